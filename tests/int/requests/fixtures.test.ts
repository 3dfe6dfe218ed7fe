import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { normalizeEmail } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import { SUBMISSION_KINDS, type SubmissionKind } from '#domain/submission-kinds.ts';
import { type FormFixtures, type SentFixture, withSlot } from '#forms/fixture.ts';
import * as letUsHelp from '#forms/let-us-help/fixtures.ts';
import { fixtures as questions } from '#forms/questions.fixtures.ts';
import * as requestCall from '#forms/request-call/fixtures.ts';
import * as requestMeeting from '#forms/request-meeting/fixtures.ts';
import * as scheduleCall from '#forms/schedule-call/fixtures.ts';
import * as textInfo from '#forms/text-info/fixtures.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { NOW, openDoors, SLOT, send, storedUnder, WITH_QUESTIONS } from '#tests/helpers/door.ts';

const FIXTURES: Record<SubmissionKind, FormFixtures> = {
  'request-call': requestCall,
  'text-info': textInfo,
  'request-meeting': requestMeeting,
  'schedule-call': scheduleCall,
  'let-us-help': letUsHelp,
};

const FORMS = [
  ...SUBMISSION_KINDS.map((kind) => ({ slug: kind, kind, ...FIXTURES[kind] })),
  { slug: WITH_QUESTIONS, kind: 'let-us-help' as const, ...questions },
];

beforeAll(openDoors);

/** What no keyboard types is taken out of texts, phone numbers and addresses are kept to the letter. */
const typed = (name: string, value: unknown) =>
  typeof value !== 'string' || name === 'phone'
    ? value
    : name === 'email'
      ? value.trim()
      : value
          .replaceAll('\0', '')
          .replace(/[\ud800\u202e]/g, '')
          .replace(/\r\n/g, '\n')
          .trim();

describe.each(FORMS)('$slug', ({ slug, kind, accepted, refused }) => {
  const sent = (fixture: SentFixture) => {
    const { answers, consent, voicemail } = withSlot(fixture, SLOT);
    const page = '/articles/an-article';
    return { callToAction: slug, answers, consent, voicemail, page, timeZone: 'America/Chicago' };
  };

  it.each(accepted)('takes once, as typed: $title', async (fixture) => {
    const before = await countDocuments();
    const request = sent(fixture);
    const { receipt, reference } = await send(request);
    const { submission, events, consents } = await storedUnder(receipt);

    const asked = request.consent as { given: boolean } | undefined;
    const after = await countDocuments();
    expect(after).toEqual({
      ...before,
      'form-submissions': (before['form-submissions'] ?? 0) + 1,
      'submission-events': (before['submission-events'] ?? 0) + 1,
      'consent-records': (before['consent-records'] ?? 0) + (asked ? 1 : 0),
      // The coordinators’ mail, and the text message that was asked for.
      'payload-jobs':
        (before['payload-jobs'] ?? 0) +
        (submission.kind === 'text-info' && !submission.quarantined ? 2 : 1),
    });

    const answers = request.answers as Record<string, unknown>;
    for (const [name, value] of Object.entries(answers)) {
      const own = submission.answers?.find(({ question }) => `question-${question}` === name);
      const kept = name.startsWith('question-') ? own?.values : submission[name as 'name'];
      expect([name, kept]).toEqual([
        name,
        name.startsWith('question-')
          ? [value].flat().map((one) => typed(name, one))
          : typed(name, value),
      ]);
    }
    expect(submission).toMatchObject({
      kind,
      reference,
      status: 'new',
      phoneE164: toE164(String(answers.phone)),
      ...(answers.email ? { normalizedEmail: normalizeEmail(String(answers.email)) } : {}),
      voicemail: request.voicemail ?? false,
      page: '/articles/an-article',
      timeZone: 'America/Chicago',
      locale: 'en',
      receivedAt: NOW.toISOString(),
      dueAt: kind === 'schedule-call' ? SLOT : '2026-11-24T23:00:00.000Z',
    });
    expect(events).toMatchObject([{ type: 'received', at: NOW.toISOString() }]);
    expect(consents.map(({ given }) => given)).toEqual(asked ? [asked.given] : []);
  });

  it.each(refused)('turns away, and keeps nothing of: $title', async (fixture) => {
    const before = await countDocuments();
    const refusal = await send(sent(fixture)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SubmissionError);
    const { code, problems } = refusal as SubmissionError;
    expect({ code, names: problems.map(({ name }) => name) }).toEqual({
      code: 'invalid',
      names: fixture.names,
    });
    expect(await countDocuments()).toEqual(before);
  });
});

describe('the collection takes no more than the door', () => {
  const FIELDS = ['name', 'email', 'phone', 'bestTime', 'slot', 'message', 'contactWishes'];
  const wrong = SUBMISSION_KINDS.flatMap((kind) =>
    FIXTURES[kind].refused
      .filter(({ names }) => names.length > 0 && names.every((name) => FIELDS.includes(name)))
      .map((fixture) => ({ kind, ...withSlot(fixture, SLOT) })),
  );

  it.each(wrong)('$kind, $title', async ({ kind, answers }) => {
    const api = await payload();
    const { docs } = await api.find({
      collection: 'calls-to-action',
      where: { slug: { equals: kind } },
      overrideAccess: true,
    });
    const before = await countDocuments();
    const created = api.create({
      collection: 'form-submissions',
      data: {
        kind,
        callToAction: docs[0]?.id,
        reference: 'TC-0000-000',
        receipt: 'receipt',
        keys: ['key'],
        fingerprint: 'print',
        status: 'new',
        preferredContact: 'call',
        locale: 'en',
        receivedAt: NOW.toISOString(),
        ...(answers as object),
      } as never,
      overrideAccess: true,
    });
    await expect(created).rejects.toMatchObject({ status: 400 });
    expect(await countDocuments()).toEqual(before);
  });
});
