import { payload } from '#data/payload.ts';
import { WEEKDAYS } from '#domain/business-hours.ts';
import { MAX_CALLS_AT_ONCE } from '#domain/call-and-text-settings.ts';
import { offeredSlots } from '#domain/slots.ts';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { QUESTIONS } from '#forms/editor-questions.fixtures.ts';
import { seedEssentials } from '#seed/seed.ts';
import type { Client } from '#submissions/pipeline/client.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { submit } from '#submissions/pipeline/submit.ts';

/** A Tuesday morning in New York. */
export const NOW = new Date('2026-11-24T15:00:00.000Z');

export const CLIENT: Client = {
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (a test)',
  receivedAt: NOW,
  isFromOwnPage: true,
};

export const HOURS = {
  timeZone: 'America/New_York',
  hours: WEEKDAYS.slice(0, 5).map((day) => ({ day, opens: '09:00', closes: '18:00' })),
};

/** A time for a call that is offered at `NOW`. */
export const SLOT = offeredSlots(HOURS, NOW)[3]?.toISOString() ?? '';

/** Slug of the call to action with an editor's own questions. */
export const WITH_QUESTIONS = 'with-questions';

// System: the helpers create and read fixtures.
const system = { overrideAccess: true, depth: 0 } as const;

/** Seeds the essentials, and a published call to action of each kind and one with questions. Their slugs are the kinds. */
export async function seedForms(): Promise<void> {
  const api = await payload();
  await seedEssentials(api, () => {});
  await api.updateGlobal({
    slug: 'site',
    data: { timeZone: HOURS.timeZone, businessHours: HOURS.hours, callsAtOnce: MAX_CALLS_AT_ONCE },
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

/** Submits through the pipeline as a client of the JSON API does, under a new idempotency key unless one is given. */
export const sendSubmission = (
  body: Record<string, unknown>,
  idempotencyKey = newIdempotencyKey(),
  client = CLIENT,
) => submit({ body, idempotencyKey }, client);

/** Loads the submission with this receipt, its timeline and its consent records. */
export async function loadSubmission(receipt: string) {
  const api = await payload();
  const { docs } = await api.find({
    collection: 'form-submissions',
    where: { receipt: { equals: receipt } },
    showHiddenFields: true,
    ...system,
  });
  const [submission] = docs;
  if (!submission || docs.length > 1)
    throw new Error(`${docs.length} submissions have this receipt.`);
  const where = { submission: { equals: submission.id } };
  const events = await api.find({ collection: 'submission-events', where, ...system });
  const consents = await api.find({ collection: 'consent-records', where, ...system });
  return { submission, events: events.docs, consents: consents.docs };
}
