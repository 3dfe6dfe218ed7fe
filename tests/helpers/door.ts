import { payload } from '#data/payload.ts';
import { WEEKDAYS } from '#domain/business-hours.ts';
import { MOST_CALLS } from '#domain/calls-and-texts.ts';
import { offeredSlots } from '#domain/slots.ts';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { QUESTIONS } from '#forms/questions.fixtures.ts';
import { seedEssentials } from '#seed/seed.ts';
import type { Client } from '#submissions/pipeline/client.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { submit } from '#submissions/pipeline/submit.ts';

/** A Tuesday morning in New York. */
export const NOW = new Date('2026-11-24T15:00:00.000Z');

export const SENDER: Client = {
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (a test)',
  at: NOW,
  trusted: true,
};

export const HOURS = {
  timeZone: 'America/New_York',
  hours: WEEKDAYS.slice(0, 5).map((day) => ({ day, opens: '09:00', closes: '18:00' })),
};

/** A time that can be chosen at that moment. */
export const SLOT = offeredSlots(HOURS, NOW)[3]?.toISOString() ?? '';

/** The call to action that asks questions of an editor's own. */
export const WITH_QUESTIONS = 'with-questions';

// System: what these tests find there was made before.
const system = { overrideAccess: true, depth: 0 } as const;

/** Brings what visitors can answer to: the five kinds, and one with questions. */
export async function openDoors(): Promise<void> {
  const api = await payload();
  await seedEssentials(api, () => {});
  await api.updateGlobal({
    slug: 'site',
    data: { timeZone: HOURS.timeZone, businessHours: HOURS.hours, callsAtOnce: MOST_CALLS },
    ...system,
  });
  const published = { text: 'Words.', button: 'Send', _status: 'published' } as const;
  for (const kind of SUBMISSION_KINDS) {
    await api.create({
      collection: 'calls-to-action',
      data: { kind, slug: kind, heading: kind, ...published },
      ...system,
    });
  }
  const questions = QUESTIONS.map(({ options, ...question }) => ({
    ...question,
    options: options.map((label) => ({ label })),
  }));
  await api.create({
    collection: 'calls-to-action',
    data: {
      kind: 'let-us-help',
      slug: WITH_QUESTIONS,
      heading: 'Questions',
      questions,
      ...published,
    },
    ...system,
  });
}

/** Sends a request as a front end would, each under a key of its own unless one is given. */
export const send = (request: Record<string, unknown>, key = newKey(), sender = SENDER) =>
  submit({ request, key }, sender);

/** The request that got this receipt, with all that belongs to it. */
export async function storedUnder(receipt: string) {
  const api = await payload();
  const { docs } = await api.find({
    collection: 'form-submissions',
    where: { receipt: { equals: receipt } },
    showHiddenFields: true,
    ...system,
  });
  const [submission] = docs;
  if (!submission || docs.length > 1) throw new Error(`${docs.length} requests have this receipt.`);
  const where = { submission: { equals: submission.id } };
  const events = await api.find({ collection: 'submission-events', where, ...system });
  const consents = await api.find({ collection: 'consent-records', where, ...system });
  return { submission, events: events.docs, consents: consents.docs };
}
