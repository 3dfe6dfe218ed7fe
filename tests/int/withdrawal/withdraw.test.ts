import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { newKey } from '#requests/keys.ts';
import { take } from '#requests/take.ts';
import { inTransaction } from '#requests/transaction.ts';
import { openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { findWithdrawable, withdrawByReceipt } from '#withdrawal/by-receipt.ts';
import { type Contact, hashesOf } from '#withdrawal/contact.ts';
import { mayContact } from '#withdrawal/may-contact.ts';
import { withdrawContact } from '#withdrawal/withdraw.ts';

beforeAll(openDoors);

const MINUTE = 60_000;
// In the past: what hooks write down has the time of the clock.
const START = Date.now() - 60 * MINUTE;
const at = (minutes: number) => new Date(START + minutes * MINUTE);

let numbers = 100;
/** Somebody with a number and an address of their own. */
const somebody = () => {
  numbers += 1;
  return { phone: `(212) 555-0${numbers}`, email: `some.body+${numbers}@example.org` };
};

const ask = (who: { phone: string; email: string }, minutes: number) =>
  send({ callToAction: 'request-meeting', answers: { name: 'Ann', ...who }, page: '/' }, newKey(), {
    ...SENDER,
    at: at(minutes),
  });

const contactOf = ({ phone, email }: { phone: string; email: string }): Contact => ({
  phoneE164: `+1${phone.replace(/\D/g, '')}`,
  email,
});

const may = (contact: Contact, minutes: number) =>
  inTransaction((req) => mayContact(contact, at(minutes), req));

const standing = async (receipt: string) => {
  const { submission, events } = await storedUnder(receipt);
  return {
    status: submission.status,
    reason: submission.closedReason,
    lines: events.map(({ type }) => type),
  };
};

const OPEN = { status: 'new', lines: ['received'] };
const CLOSED = {
  status: 'closed',
  reason: 'withdrawn',
  lines: ['received', 'withdrawn', 'status'],
};

it('who withdraws is not contacted again, and all that they asked for is closed', async () => {
  const ann = somebody();
  const one = await ask(ann, 0);
  const samePhone = await ask({ ...ann, email: 'other@example.org' }, 1);
  const sameEmail = await ask({ ...somebody(), email: ann.email.toUpperCase() }, 2);
  const stranger = await ask({ ...somebody(), email: `x${ann.email}` }, 2);
  expect(await findWithdrawable(one.receipt)).toEqual({
    reference: one.reference,
    withdrawn: false,
  });
  await withdrawByReceipt(one.receipt, at(3));
  for (const { receipt } of [one, samePhone, sameEmail]) {
    expect(await standing(receipt)).toMatchObject(CLOSED);
  }
  expect(await standing(stranger.receipt)).toMatchObject(OPEN);
  const contact = contactOf(ann);
  expect(await may(contact, 3)).toBe(false);
  expect(await may({ phoneE164: contact.phoneE164 }, 0)).toBe(false);
  expect(await may({ email: ` ${ann.email.toUpperCase()}` }, 0)).toBe(false);
  expect(await findWithdrawable(one.receipt)).toMatchObject({ withdrawn: true });
});

it('once more is the same as once, also where the request was closed before', async () => {
  const ann = somebody();
  const { receipt } = await ask(ann, 0);
  const { submission } = await storedUnder(receipt);
  const api = await payload();
  await api.update({
    collection: 'form-submissions',
    id: submission.id,
    data: { status: 'closed', closedReason: 'helped' },
    overrideAccess: true,
  });
  await withdrawByReceipt(receipt, at(1));
  await withdrawByReceipt(receipt, at(2));
  expect(await standing(receipt)).toMatchObject({ reason: 'helped' });
  const hashes = hashesOf(contactOf(ann)).map(({ hash }) => hash);
  const { docs } = await api.find({
    collection: 'suppressions',
    where: { hash: { in: hashes } },
    overrideAccess: true,
    depth: 0,
  });
  expect(docs.map(({ channel, source }) => [channel, source]).toSorted()).toEqual([
    ['email', 'link'],
    ['phone', 'link'],
  ]);
});

it('who sent STOP by text, and then follows the link, is not reached by mail either', async () => {
  const ann = somebody();
  const one = await ask(ann, 0);
  const sameEmail = await ask({ ...somebody(), email: ann.email }, 0);
  const { phoneE164 } = contactOf(ann);
  await inTransaction((req) => withdrawContact({ phoneE164 }, { source: 'text' }, at(1), req));
  expect(await standing(one.receipt)).toMatchObject(CLOSED);
  expect(await standing(sameEmail.receipt)).toMatchObject(OPEN);
  expect(await findWithdrawable(one.receipt)).toMatchObject({ withdrawn: false });
  await withdrawByReceipt(one.receipt, at(2));
  expect(await standing(sameEmail.receipt)).toMatchObject(CLOSED);
  expect(await may({ email: ann.email }, 2)).toBe(false);
  expect(await findWithdrawable(one.receipt)).toMatchObject({ withdrawn: true });
});

it('ten clicks at once are taken one after the other', async () => {
  const { receipt } = await ask(somebody(), 0);
  await Promise.all(Array.from({ length: 10 }, () => withdrawByReceipt(receipt, at(1))));
  const { events } = await storedUnder(receipt);
  expect(events.filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
});

it('a later request is new evidence, and can be taken back as well', async () => {
  const ann = somebody();
  const first = await ask(ann, 0);
  await withdrawByReceipt(first.receipt, at(1));
  const later = await ask(ann, 2);
  expect(await may(contactOf(ann), 0)).toBe(false);
  expect(await may(contactOf(ann), 2)).toBe(true);
  expect(await standing(later.receipt)).toMatchObject(OPEN);
  await withdrawByReceipt(first.receipt, at(3));
  expect(await may(contactOf(ann), 2)).toBe(false);
  expect(await standing(later.receipt)).toMatchObject(CLOSED);
});

it('a receipt that is none does nothing', async () => {
  expect(await findWithdrawable('nothing')).toBeUndefined();
  await withdrawByReceipt('nothing', at(0));
});

it('what fails on the way leaves nothing behind', async () => {
  const ann = somebody();
  const { receipt } = await ask(ann, 0);
  const broken = inTransaction(async (req) => {
    await withdrawContact(contactOf(ann), { source: 'text' }, at(1), req);
    throw new Error('The power went.');
  });
  await expect(broken).rejects.toThrow('The power went.');
  expect(await may(contactOf(ann), 0)).toBe(true);
  expect(await standing(receipt)).toMatchObject(OPEN);
});

it('nothing kept for it says who it is', async () => {
  const ann = somebody();
  await inTransaction((req) => withdrawContact(contactOf(ann), { source: 'text' }, at(1), req));
  const { db } = await payload();
  const kept = JSON.stringify(await db.collections.suppressions?.find().lean());
  expect(kept).not.toContain('example.org');
  expect(kept).not.toContain(ann.phone.replace(/\D/g, '').slice(-7));
});

it('who sends the very same again without a key after the withdrawal has sent a new request', async () => {
  const ann = somebody();
  const again = (minutes: number) =>
    take(
      { request: { callToAction: 'request-meeting', answers: { name: 'Ann', ...ann } } },
      { ...SENDER, at: at(minutes) },
    );
  const first = await again(0);
  expect(await again(1)).toEqual(first);
  await inTransaction((req) => withdrawContact(contactOf(ann), { source: 'link' }, at(2), req));
  const second = await again(3);
  expect(second).not.toEqual(first);
  expect(await standing(second.receipt)).toMatchObject(OPEN);
  expect(await standing(first.receipt)).toMatchObject(CLOSED);
});
