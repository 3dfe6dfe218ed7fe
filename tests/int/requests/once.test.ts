import { createHmac } from 'node:crypto';
import { MongoServerError } from 'mongodb';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { findReceipt } from '#data/receipts.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { env } from '#platform/environment/env.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { NOW, openDoors, SENDER, SLOT, send, storedUnder } from '#tests/helpers/door.ts';
import { ask } from '#tests/helpers/route.ts';

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
    ['form-submissions', 'submission-events', 'consent-records', 'payload-jobs'].map((name) => [
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
    const first = await submit(sent, SENDER);
    const later = { ...SENDER, at: new Date(SENDER.at.getTime() + 9 * 60_000) };
    const again = await submit(sent, later);
    // Whoever sends the same may be somebody else: the receipt is another one, of the same request.
    expect(again.reference).toBe(first.reference);
    expect(again.receipt).not.toBe(first.receipt);
    await expectNew(1);
    const muchLater = { ...SENDER, at: new Date(SENDER.at.getTime() + 60 * 60_000) };
    expect(await submit(sent, muchLater)).not.toEqual(first);
  });

  it('sent twenty times at once without a key', async () => {
    const sent = { request: request('Twenty without a key') };
    const receipts = await Promise.all(times(20, () => submit(sent, SENDER)));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(20);
    await expectNew(1);
  });

  it('and its receipt tells the second sender what they sent, and nothing of the first', async () => {
    const sent = (timeZone: string) => ({
      request: { ...request('Told apart'), timeZone },
    });
    const first = await submit(sent('America/Chicago'), SENDER);
    const at = new Date(SENDER.at.getTime() + 5 * 60_000);
    const second = await submit(sent('Asia/Tokyo'), { ...SENDER, at });
    expect(await findReceipt(second.receipt)).toMatchObject({
      reference: first.reference,
      receivedAt: at.toISOString(),
      timeZone: 'Asia/Tokyo',
    });
    expect(await findReceipt(first.receipt)).toMatchObject({
      receivedAt: SENDER.at.toISOString(),
      timeZone: 'America/Chicago',
    });
    expect(await findReceipt('nothing')).toBeUndefined();
    const { submission } = await storedUnder(first.receipt);
    expect(submission.repeats).toHaveLength(1);
  });

  it('past a hundred times without a key, the next is a request of its own', async () => {
    const sent = { request: request('Again and again') };
    const { receipt, reference } = await submit(sent, SENDER);
    const { db } = await payload();
    const repeats = times(99, (n) => ({ id: `${n}`, receipt: `filler-${n}`, receivedAt: NOW }));
    await db.collections['form-submissions']?.updateOne({ receipt }, { $set: { repeats } });
    expect((await submit(sent, SENDER)).reference).toBe(reference);
    expect((await submit(sent, SENDER)).reference).not.toBe(reference);
    await expectNew(2);
  });

  it('and another one under the same key is told so, and not saved', async () => {
    const key = newKey();
    const { receipt } = await send(request(), key);
    for (const other of [
      request('Bob'),
      { ...request(), voicemail: true },
      { ...request(), consent: { ...request().consent, given: false } },
      { ...request(), consent: undefined },
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

  it('whatever a browser tells of itself at the second try', async () => {
    const key = newKey();
    const first = await send({ ...request(), page: '/', timeZone: 'America/Chicago' }, key);
    for (const told of [{}, { page: '/about' }, { timeZone: 'Asia/Tokyo' }, { locale: 'en' }]) {
      expect(await send({ ...request(), ...told }, key)).toEqual(first);
    }
    await expectNew(1);
  });

  it('and a failed one is not: mended, it is sent under the same key', async () => {
    const key = newKey();
    const wrong = { ...request(), answers: { name: 'Ann', phone: '555' } };
    for (const _ of [1, 2]) {
      await expect(send(wrong, key)).rejects.toMatchObject({ code: 'invalid' });
    }
    await expectNew(0);
    const first = await send(request(), key);
    expect(await send(request(), key)).toEqual(first);
    await expectNew(1);
  });
});

describe('after the secret of the site was changed', () => {
  const { PAYLOAD_SECRET } = env;
  const change = () => {
    env.PAYLOAD_SECRET = `${PAYLOAD_SECRET}, changed`;
  };
  afterEach(() => {
    env.PAYLOAD_SECRET = PAYLOAD_SECRET;
  });

  it('a retry has its receipt, and another request under its key is refused', async () => {
    const key = newKey();
    const first = await send(request(), key);
    change();
    expect(await send(request(), key)).toEqual(first);
    await expect(send(request('Bob'), key)).rejects.toMatchObject({ code: 'repeated' });
    await expectNew(1);
  });

  it('so it has when the time that was chosen has gone by', async () => {
    const answers = { name: 'Ann', email: 'ann@mail.example', phone: '(212) 555-0123', slot: SLOT };
    const scheduled = { ...request(), callToAction: 'schedule-call', answers };
    const key = newKey();
    const first = await send(scheduled, key);
    change();
    const at = new Date(SENDER.at.getTime() + 48 * 3_600_000);
    expect(await send(scheduled, key, { ...SENDER, at })).toEqual(first);
  });

  it('so it has without a key, within minutes', async () => {
    const sent = { request: request('Without a key, before and after') };
    const { reference } = await submit(sent, SENDER);
    change();
    expect((await submit(sent, SENDER)).reference).toBe(reference);
    await expectNew(1);
  });

  it('what was stored with a print of the secret is known by it for as long as that stays', async () => {
    const key = newKey();
    const first = await send(request(), key);
    const { submission } = await storedUnder(first.receipt);
    const made = { callToAction: 'request-call', answers: request().answers };
    const canonical = (value: unknown): string =>
      JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === 'object' && inner !== null && !Array.isArray(inner)
          ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
          : inner,
      );
    const asItWas = createHmac('sha256', String(PAYLOAD_SECRET))
      .update(
        JSON.stringify([
          'request',
          canonical({
            ...made,
            consent: request().consent,
            voicemail: false,
            receiptByMail: false,
          }),
        ]),
      )
      .digest('base64url');
    const { db } = await payload();
    await db.collections['form-submissions']?.updateOne(
      { _id: submission.id },
      { $set: { fingerprint: asItWas } },
    );
    expect(await send(request(), key)).toEqual(first);
    await expect(send(request('Bob'), key)).rejects.toMatchObject({ code: 'repeated' });
  });
});

describe('what was taken has its receipt', () => {
  const later = (hours: number) => ({
    ...SENDER,
    at: new Date(SENDER.at.getTime() + hours * 3_600_000),
  });

  it('two days later', async () => {
    const key = newKey();
    const first = await send(request(), key);
    expect(await send(request(), key, later(48))).toEqual(first);
    await expectNew(1);
  });

  it('when the time that was chosen has gone by', async () => {
    const answers = { name: 'Ann', email: 'ann@mail.example', phone: '(212) 555-0123', slot: SLOT };
    const scheduled = { ...request(), callToAction: 'schedule-call', answers };
    const key = newKey();
    const first = await send(scheduled, key);
    expect(await send(scheduled, key, later(48))).toEqual(first);
    await expect(send(scheduled, newKey(), later(48))).rejects.toMatchObject({ code: 'invalid' });
    const other = { ...scheduled, answers: { ...answers, name: 'Bob' } };
    await expect(send(other, key, later(48))).rejects.toMatchObject({ code: 'invalid' });
    await expectNew(1);
  });

  it('when the form is no more, at either door', async () => {
    const api = await payload();
    const find = {
      collection: 'calls-to-action',
      where: { slug: { equals: 'request-call' } },
      overrideAccess: true,
    } as const;
    const key = newKey();
    const sent = `name=Ann&phone=%28212%29+555-0123&key=${key}`;
    const post = (body: string) =>
      ask(form, '/requests/request-call', { slug: 'request-call' }, body);
    const { redirect } = await post(sent);
    expect(redirect).toMatch(/^\/requests\/received\/[\w-]{22}$/);
    await api.update({ ...find, data: { _status: 'draft' } });
    expect(await post(sent)).toMatchObject({ redirect, status: 303 });
    expect(await post(sent.replace('Ann', 'Bob'))).toMatchObject({ status: 404 });
    const json = {
      callToAction: 'request-call',
      answers: { phone: '(212) 555-0123', name: 'Ann' },
      voicemail: false,
    };
    expect(redirect).toContain((await send(json, key)).receipt);
    await api.update({ ...find, data: { _status: 'published' } });
    const { 'form-submissions': count = 0 } = await countDocuments();
    expect(count).toBe((before['form-submissions'] ?? 0) + 1);
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

it('ids of requests made one after the other share neither time, process nor counter', async () => {
  const api = await payload();
  for (const n of [1, 2, 3, 4]) await send(request(`Visitor ${n}`), newKey());
  for (const collection of ['form-submissions', 'consent-records', 'payload-jobs']) {
    const found = await api.db.collections[collection]
      ?.find()
      .sort({ createdAt: -1 })
      .limit(4)
      .lean();
    const ids = (found ?? []).map(({ _id }) => String(_id));
    expect(ids).toHaveLength(4);
    // Seconds, process and counter, of which the highest byte of three hardly ever changes.
    for (const part of [
      [0, 8],
      [8, 18],
      [18, 22],
    ]) {
      expect(new Set(ids.map((id) => id.slice(...part))).size).toBeGreaterThan(2);
    }
  }
});
