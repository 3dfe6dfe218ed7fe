import { createHmac } from 'node:crypto';
import { MongoServerError } from 'mongodb';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { findReceipt } from '#data/receipts.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { env } from '#platform/environment/env.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { callRoute } from '#tests/helpers/call-route.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import {
  CLIENT,
  loadSubmission,
  NOW,
  SLOT,
  seedForms,
  sendSubmission,
} from '#tests/helpers/submissions.ts';

const createSubmission = (name = 'Ann') => ({
  callToAction: 'request-call',
  answers: { name, phone: '(212) 555-0123' },
  consent: { text: 'text-messages', version: 1, given: true },
});

let before: Record<string, number>;

beforeAll(seedForms);

beforeEach(async () => {
  before = await countDocuments();
});

/** Expects so many new submissions, each with one event, one consent record and one message, and nothing else. */
async function expectNewSubmissions(count: number): Promise<void> {
  const more = Object.fromEntries(
    ['form-submissions', 'submission-events', 'consent-records', 'payload-jobs'].map((name) => [
      name,
      (before[name] ?? 0) + count,
    ]),
  );
  expect(await countDocuments()).toEqual({ ...before, ...more });
}

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

describe('a submission is saved once', () => {
  it('when sent twice from the same form', async () => {
    const key = newIdempotencyKey();
    expect(await sendSubmission(createSubmission(), key)).toEqual(
      await sendSubmission(createSubmission(), key),
    );
    await expectNewSubmissions(1);
  });

  it('when sent twenty times at the same time from the same form', async () => {
    const key = newIdempotencyKey();
    const receipts = await Promise.all(times(20, () => sendSubmission(createSubmission(), key)));
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
    await expectNewSubmissions(1);
  });

  it('when sent twice without an idempotency key, within minutes', async () => {
    const submission = { body: createSubmission('Without a key') };
    const first = await submit(submission, CLIENT);
    const later = { ...CLIENT, receivedAt: new Date(CLIENT.receivedAt.getTime() + 9 * 60_000) };
    const repeat = await submit(submission, later);
    // Another person may have sent the same: another receipt for the same submission.
    expect(repeat.reference).toBe(first.reference);
    expect(repeat.receipt).not.toBe(first.receipt);
    await expectNewSubmissions(1);
    const muchLater = {
      ...CLIENT,
      receivedAt: new Date(CLIENT.receivedAt.getTime() + 60 * 60_000),
    };
    expect(await submit(submission, muchLater)).not.toEqual(first);
  });

  it('when sent twenty times at the same time without a key', async () => {
    const submission = { body: createSubmission('Twenty without a key') };
    const receipts = await Promise.all(times(20, () => submit(submission, CLIENT)));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(20);
    await expectNewSubmissions(1);
  });

  it('and the receipt of a repeat shows what its client sent, and nothing of the first', async () => {
    const createPayload = (timeZone: string) => ({
      body: { ...createSubmission('Told apart'), timeZone },
    });
    const first = await submit(createPayload('America/Chicago'), CLIENT);
    const receivedAt = new Date(CLIENT.receivedAt.getTime() + 5 * 60_000);
    const second = await submit(createPayload('Asia/Tokyo'), { ...CLIENT, receivedAt });
    expect(await findReceipt(second.receipt)).toMatchObject({
      reference: first.reference,
      receivedAt: receivedAt.toISOString(),
      timeZone: 'Asia/Tokyo',
    });
    expect(await findReceipt(first.receipt)).toMatchObject({
      receivedAt: CLIENT.receivedAt.toISOString(),
      timeZone: 'America/Chicago',
    });
    expect(await findReceipt('nothing')).toBeUndefined();
    const { submission } = await loadSubmission(first.receipt);
    expect(submission.repeats).toHaveLength(1);
  });

  it('but a new submission follows after a hundred repeats without a key', async () => {
    const submission = { body: createSubmission('Again and again') };
    const { receipt, reference } = await submit(submission, CLIENT);
    const { db } = await payload();
    const repeats = times(99, (n) => ({ id: `${n}`, receipt: `filler-${n}`, receivedAt: NOW }));
    await db.collections['form-submissions']?.updateOne({ receipt }, { $set: { repeats } });
    expect((await submit(submission, CLIENT)).reference).toBe(reference);
    expect((await submit(submission, CLIENT)).reference).not.toBe(reference);
    await expectNewSubmissions(2);
  });

  it('and a different one under the same key is rejected with 409', async () => {
    const key = newIdempotencyKey();
    const { receipt } = await sendSubmission(createSubmission(), key);
    for (const other of [
      createSubmission('Bob'),
      { ...createSubmission(), voicemail: true },
      { ...createSubmission(), consent: { ...createSubmission().consent, given: false } },
      { ...createSubmission(), consent: undefined },
      {
        ...createSubmission(),
        callToAction: 'let-us-help',
        answers: { name: 'Ann', email: 'a@b.example', phone: '(212) 555-0123' },
      },
    ]) {
      await expect(sendSubmission(other, key)).rejects.toMatchObject({
        code: 'repeated',
        status: 409,
      });
    }
    await expectNewSubmissions(1);
    expect((await loadSubmission(receipt)).submission.name).toBe('Ann');
  });

  it('when page, time zone and locale differ the second time', async () => {
    const key = newIdempotencyKey();
    const first = await sendSubmission(
      { ...createSubmission(), page: '/', timeZone: 'America/Chicago' },
      key,
    );
    for (const context of [{}, { page: '/about' }, { timeZone: 'Asia/Tokyo' }, { locale: 'en' }]) {
      expect(await sendSubmission({ ...createSubmission(), ...context }, key)).toEqual(first);
    }
    await expectNewSubmissions(1);
  });

  it('and its key can be used again after it was invalid', async () => {
    const key = newIdempotencyKey();
    const wrong = { ...createSubmission(), answers: { name: 'Ann', phone: '555' } };
    for (const _ of [1, 2]) {
      await expect(sendSubmission(wrong, key)).rejects.toMatchObject({ code: 'invalid' });
    }
    await expectNewSubmissions(0);
    const first = await sendSubmission(createSubmission(), key);
    expect(await sendSubmission(createSubmission(), key)).toEqual(first);
    await expectNewSubmissions(1);
  });
});

describe('after a change of PAYLOAD_SECRET', () => {
  const { PAYLOAD_SECRET } = env;
  const changeSecret = () => {
    env.PAYLOAD_SECRET = `${PAYLOAD_SECRET}, changed`;
  };
  afterEach(() => {
    env.PAYLOAD_SECRET = PAYLOAD_SECRET;
  });

  it('a replay gets its receipt, and a different submission under its key is rejected', async () => {
    const key = newIdempotencyKey();
    const first = await sendSubmission(createSubmission(), key);
    changeSecret();
    expect(await sendSubmission(createSubmission(), key)).toEqual(first);
    await expect(sendSubmission(createSubmission('Bob'), key)).rejects.toMatchObject({
      code: 'repeated',
    });
    await expectNewSubmissions(1);
  });

  it('a replay gets its receipt after its time slot is over', async () => {
    const answers = { name: 'Ann', email: 'ann@mail.example', phone: '(212) 555-0123', slot: SLOT };
    const scheduled = { ...createSubmission(), callToAction: 'schedule-call', answers };
    const key = newIdempotencyKey();
    const first = await sendSubmission(scheduled, key);
    changeSecret();
    const receivedAt = new Date(CLIENT.receivedAt.getTime() + 48 * 3_600_000);
    expect(await sendSubmission(scheduled, key, { ...CLIENT, receivedAt })).toEqual(first);
  });

  it('a repeat without a key is recognized, within minutes', async () => {
    const submission = { body: createSubmission('Without a key, before and after') };
    const { reference } = await submit(submission, CLIENT);
    changeSecret();
    expect((await submit(submission, CLIENT)).reference).toBe(reference);
    await expectNewSubmissions(1);
  });

  it('a fingerprint stored in the former way is recognized until PAYLOAD_SECRET changes', async () => {
    const key = newIdempotencyKey();
    const first = await sendSubmission(createSubmission(), key);
    const { submission } = await loadSubmission(first.receipt);
    const content = { callToAction: 'request-call', answers: createSubmission().answers };
    const canonicalJson = (value: unknown): string =>
      JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === 'object' && inner !== null && !Array.isArray(inner)
          ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
          : inner,
      );
    const formerFingerprint = createHmac('sha256', String(PAYLOAD_SECRET))
      .update(
        JSON.stringify([
          'request',
          canonicalJson({
            ...content,
            consent: createSubmission().consent,
            voicemail: false,
            receiptByMail: false,
          }),
        ]),
      )
      .digest('base64url');
    const { db } = await payload();
    await db.collections['form-submissions']?.updateOne(
      { _id: submission.id },
      { $set: { fingerprint: formerFingerprint } },
    );
    expect(await sendSubmission(createSubmission(), key)).toEqual(first);
    await expect(sendSubmission(createSubmission('Bob'), key)).rejects.toMatchObject({
      code: 'repeated',
    });
  });
});

describe('a replay gets its receipt', () => {
  const later = (hours: number) => ({
    ...CLIENT,
    receivedAt: new Date(CLIENT.receivedAt.getTime() + hours * 3_600_000),
  });

  it('two days later', async () => {
    const key = newIdempotencyKey();
    const first = await sendSubmission(createSubmission(), key);
    expect(await sendSubmission(createSubmission(), key, later(48))).toEqual(first);
    await expectNewSubmissions(1);
  });

  it('after its time slot is over', async () => {
    const answers = { name: 'Ann', email: 'ann@mail.example', phone: '(212) 555-0123', slot: SLOT };
    const scheduled = { ...createSubmission(), callToAction: 'schedule-call', answers };
    const key = newIdempotencyKey();
    const first = await sendSubmission(scheduled, key);
    expect(await sendSubmission(scheduled, key, later(48))).toEqual(first);
    await expect(sendSubmission(scheduled, newIdempotencyKey(), later(48))).rejects.toMatchObject({
      code: 'invalid',
    });
    const other = { ...scheduled, answers: { ...answers, name: 'Bob' } };
    await expect(sendSubmission(other, key, later(48))).rejects.toMatchObject({ code: 'invalid' });
    await expectNewSubmissions(1);
  });

  it('after the form was unpublished, by form and by JSON', async () => {
    const api = await payload();
    const find = {
      collection: 'calls-to-action',
      where: { slug: { equals: 'request-call' } },
      overrideAccess: true,
    } as const;
    const key = newIdempotencyKey();
    const formBody = `name=Ann&phone=%28212%29+555-0123&key=${key}`;
    const post = (body: string) =>
      callRoute(form, '/requests/request-call', { slug: 'request-call' }, body);
    const { redirect } = await post(formBody);
    expect(redirect).toMatch(/^\/requests\/received\/[\w-]{22}$/);
    await api.update({ ...find, data: { _status: 'draft' } });
    expect(await post(formBody)).toMatchObject({ redirect, status: 303 });
    expect(await post(formBody.replace('Ann', 'Bob'))).toMatchObject({ status: 404 });
    const json = {
      callToAction: 'request-call',
      answers: { phone: '(212) 555-0123', name: 'Ann' },
      voicemail: false,
    };
    expect(redirect).toContain((await sendSubmission(json, key)).receipt);
    await api.update({ ...find, data: { _status: 'published' } });
    const { 'form-submissions': count = 0 } = await countDocuments();
    expect(count).toBe((before['form-submissions'] ?? 0) + 1);
  });
});

it('saves the submissions of twenty visitors at the same time', async () => {
  const receipts = await Promise.all(
    times(20, (n) => sendSubmission(createSubmission(`Visitor ${n}`))),
  );
  expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(20);
  await expectNewSubmissions(20);
});

describe('a transient error of MongoDB', () => {
  const createTransientError = () => {
    const error = new MongoServerError({ message: 'WriteConflict', code: 112 });
    error.addErrorLabel('TransientTransactionError');
    return error;
  };

  it.each(['create', 'commitTransaction'] as const)('is retried: %s', async (operation) => {
    const { db } = await payload();
    const failing = vi.spyOn(db, operation).mockRejectedValueOnce(createTransientError());
    const { receipt } = await sendSubmission(createSubmission());
    expect(failing.mock.calls.length).toBeGreaterThan(1);
    await loadSubmission(receipt);
    await expectNewSubmissions(1);
  });

  it('is the only kind that is retried; other errors leave nothing behind', async () => {
    const { db } = await payload();
    const { create } = db;
    // Writing the submission succeeds; writing its consent record fails.
    const failing = vi.spyOn(db, 'create').mockImplementation((args) => {
      if (args.collection === 'consent-records') throw new Error('The disk is full.');
      return create.call(db, args);
    });
    await expect(sendSubmission(createSubmission())).rejects.toThrow('The disk is full.');
    expect(failing.mock.calls.map(([{ collection }]) => collection)).toEqual([
      'form-submissions',
      'submission-events',
      'consent-records',
    ]);
    await expectNewSubmissions(0);
  });
});

it('rejects submissions to a call to action that is not published', async () => {
  const api = await payload();
  const find = {
    collection: 'calls-to-action',
    where: { slug: { equals: 'let-us-help' } },
    overrideAccess: true,
  } as const;
  await api.update({ ...find, data: { _status: 'draft' } });
  const answers = { name: 'Ann', email: 'ann@example.org', phone: '(212) 555-0123' };
  before = await countDocuments();
  for (const callToAction of ['let-us-help', 'nothing', '', null, { $ne: '' }, ['request-call']]) {
    await expect(sendSubmission({ callToAction, answers })).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ name: 'callToAction' }],
    });
  }
  await expectNewSubmissions(0);
  await api.update({ ...find, data: { _status: 'published' } });
});

it('gives consecutive submissions ids that share neither time, process nor counter', async () => {
  const api = await payload();
  for (const n of [1, 2, 3, 4])
    await sendSubmission(createSubmission(`Visitor ${n}`), newIdempotencyKey());
  for (const collection of ['form-submissions', 'consent-records', 'payload-jobs']) {
    const latest = await api.db.collections[collection]
      ?.find()
      .sort({ createdAt: -1 })
      .limit(4)
      .lean();
    const ids = (latest ?? []).map(({ _id }) => String(_id));
    expect(ids).toHaveLength(4);
    // Parts of an ObjectId: seconds, process, and the upper bytes of the counter, which hardly change if it counts up.
    for (const part of [
      [0, 8],
      [8, 18],
      [18, 22],
    ]) {
      expect(new Set(ids.map((id) => id.slice(...part))).size).toBeGreaterThan(2);
    }
  }
});
