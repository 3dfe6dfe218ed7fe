import { MongoServerError } from 'mongodb';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { newKey } from '#requests/keys.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';

const request = (name = 'Ann') => ({
  callToAction: 'request-call',
  answers: { name, phone: '(212) 555-0123' },
  consent: { text: 'text-messages', version: 1, given: true },
});

let before: Record<string, number>;

beforeAll(openDoors);

beforeEach(async () => {
  before = await countDocuments();
});

/** So many requests came, each with one line and one record of consent, and nothing else. */
async function expectNew(count: number): Promise<void> {
  const more = Object.fromEntries(
    ['form-submissions', 'submission-events', 'consent-records'].map((name) => [
      name,
      (before[name] ?? 0) + count,
    ]),
  );
  expect(await countDocuments()).toEqual({ ...before, ...more });
}

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

describe('a request is saved once', () => {
  it('sent twice from the same form', async () => {
    const key = newKey();
    expect(await send(request(), key)).toEqual(await send(request(), key));
    await expectNew(1);
  });

  it('sent twenty times at once from the same form', async () => {
    const key = newKey();
    const receipts = await Promise.all(times(20, () => send(request(), key)));
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
    await expectNew(1);
  });

  it('sent twice without a key, within minutes', async () => {
    const sent = { request: request('Without a key') };
    const { take } = await import('#requests/take.ts');
    const first = await take(sent, SENDER);
    const later = { ...SENDER, at: new Date(SENDER.at.getTime() + 9 * 60_000) };
    expect(await take(sent, later)).toEqual(first);
    await expectNew(1);
    const muchLater = { ...SENDER, at: new Date(SENDER.at.getTime() + 60 * 60_000) };
    expect(await take(sent, muchLater)).not.toEqual(first);
  });

  it('and another one under the same key is told so, and not saved', async () => {
    const key = newKey();
    const { receipt } = await send(request(), key);
    for (const other of [
      request('Bob'),
      { ...request(), voicemail: true },
      { ...request(), consent: { ...request().consent, given: false } },
      {
        ...request(),
        callToAction: 'let-us-help',
        answers: { name: 'Ann', email: 'a@b.example', phone: '(212) 555-0123' },
      },
    ]) {
      await expect(send(other, key)).rejects.toMatchObject({ code: 'repeated', status: 409 });
    }
    await expectNew(1);
    expect((await storedUnder(receipt)).submission.name).toBe('Ann');
  });
});

it('twenty visitors at once are twenty requests', async () => {
  const receipts = await Promise.all(times(20, (n) => send(request(`Visitor ${n}`))));
  expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(20);
  await expectNew(20);
});

describe('what MongoDB calls transient', () => {
  const transient = () => {
    const error = new MongoServerError({ message: 'WriteConflict', code: 112 });
    error.addErrorLabel('TransientTransactionError');
    return error;
  };

  it.each(['create', 'commitTransaction'] as const)('is tried again: %s', async (operation) => {
    const { db } = await payload();
    const failing = vi.spyOn(db, operation).mockRejectedValueOnce(transient());
    const { receipt } = await send(request());
    expect(failing.mock.calls.length).toBeGreaterThan(1);
    await storedUnder(receipt);
    await expectNew(1);
  });

  it('other failures are not, and leave nothing', async () => {
    const { db } = await payload();
    const { create } = db;
    // The request itself is written; its record of consent is not.
    const failing = vi.spyOn(db, 'create').mockImplementation((args) => {
      if (args.collection === 'consent-records') throw new Error('The disk is full.');
      return create.call(db, args);
    });
    await expect(send(request())).rejects.toThrow('The disk is full.');
    expect(failing.mock.calls.map(([{ collection }]) => collection)).toEqual([
      'form-submissions',
      'submission-events',
      'consent-records',
    ]);
    await expectNew(0);
  });
});

it('a call to action that is not published takes nothing', async () => {
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
    await expect(send({ callToAction, answers })).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ name: 'callToAction' }],
    });
  }
  await expectNew(0);
  await api.update({ ...find, data: { _status: 'published' } });
});
