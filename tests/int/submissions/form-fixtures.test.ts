import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { normalizeEmail } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import { SUBMISSION_KINDS, type SubmissionKind } from '#domain/submission-kinds.ts';
import { fixtures as questions } from '#forms/editor-questions.fixtures.ts';
import { type FormFixtures, fillInSlot, type SubmissionFixture } from '#forms/fixture-builders.ts';
import { ANSWER_FIELDS, FORM_KINDS, offersSlots } from '#forms/kinds.ts';
import * as letUsHelp from '#forms/let-us-help/fixtures.ts';
import * as requestCall from '#forms/request-call/fixtures.ts';
import * as requestMeeting from '#forms/request-meeting/fixtures.ts';
import * as scheduleCall from '#forms/schedule-call/fixtures.ts';
import * as textInfo from '#forms/text-info/fixtures.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import {
  loadSubmission,
  NOW,
  SLOT,
  seedForms,
  sendSubmission,
  WITH_QUESTIONS,
} from '#tests/helpers/submissions.ts';

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

beforeAll(seedForms);

/** The stored form of an answer: texts without invisible characters, phone numbers and addresses as typed. */
const storedForm = (name: string, value: unknown) =>
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
  const createSubmission = (fixture: SubmissionFixture) => {
    const { answers, consent, voicemail } = fillInSlot(fixture, SLOT);
    const page = '/articles/an-article';
    return { callToAction: slug, answers, consent, voicemail, page, timeZone: 'America/Chicago' };
  };

  it.each(accepted)('saves once, as typed: $title', async (fixture) => {
    const before = await countDocuments();
    const submitted = createSubmission(fixture);
    const { receipt, reference } = await sendSubmission(submitted);
    const { submission, events, consents } = await loadSubmission(receipt);

    const consent = submitted.consent as { given: boolean } | undefined;
    const after = await countDocuments();
    expect(after).toEqual({
      ...before,
      'form-submissions': (before['form-submissions'] ?? 0) + 1,
      'submission-events': (before['submission-events'] ?? 0) + 1,
      'consent-records': (before['consent-records'] ?? 0) + (consent ? 1 : 0),
      // The mail to coordinators, and the text message if the kind is answered by text.
      'payload-jobs':
        (before['payload-jobs'] ?? 0) +
        (FORM_KINDS[kind].answersByText && !submission.quarantined ? 2 : 1),
    });

    const answers = submitted.answers as Record<string, unknown>;
    for (const [name, value] of Object.entries(answers)) {
      const custom = submission.answers?.find(({ question }) => `question-${question}` === name);
      const stored = name.startsWith('question-') ? custom?.values : submission[name as 'name'];
      expect([name, stored]).toEqual([
        name,
        name.startsWith('question-')
          ? [value].flat().map((value) => storedForm(name, value))
          : storedForm(name, value),
      ]);
    }
    expect(submission).toMatchObject({
      kind,
      reference,
      status: 'new',
      ...(answers.phone ? { phoneE164: toE164(String(answers.phone)) } : {}),
      ...(answers.email ? { normalizedEmail: normalizeEmail(String(answers.email)) } : {}),
      voicemail: submitted.voicemail ?? false,
      page: '/articles/an-article',
      timeZone: 'America/Chicago',
      locale: 'en',
      receivedAt: NOW.toISOString(),
      dueAt: offersSlots(kind) ? SLOT : '2026-11-24T23:00:00.000Z',
    });
    expect(events).toMatchObject([{ type: 'received', at: NOW.toISOString() }]);
    expect(consents.map(({ given }) => given)).toEqual(consent ? [consent.given] : []);
  });

  it.each(refused)('rejects, and stores nothing of: $title', async (fixture) => {
    const before = await countDocuments();
    const error = await sendSubmission(createSubmission(fixture)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SubmissionError);
    const { code, problems } = error as SubmissionError;
    expect({ code, names: problems.map(({ name }) => name) }).toEqual({
      code: 'invalid',
      names: fixture.names,
    });
    expect(await countDocuments()).toEqual(before);
  });
});

describe('the collection rejects what the form rejects', () => {
  const rejectedFixtures = SUBMISSION_KINDS.flatMap((kind) =>
    FIXTURES[kind].refused
      .filter(
        ({ names }) =>
          names.length > 0 && names.every((name) => ANSWER_FIELDS.some((field) => field === name)),
      )
      .map((fixture) => ({ kind, ...fillInSlot(fixture, SLOT) })),
  );

  it.each(rejectedFixtures)('$kind, $title', async ({ kind, answers }) => {
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
