import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { env } from '#platform/environment/env.ts';
import { requestOf } from '#submissions/messages/shown/state.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { inTransaction } from '#submissions/pipeline/transaction.ts';
import { findChannel, withdrawByMessage } from '#submissions/withdrawal/by-message.ts';
import { findWithdrawable, withdrawByReceipt } from '#submissions/withdrawal/by-receipt.ts';
import { type Contact, hashesOf } from '#submissions/withdrawal/contact.ts';
import { mayContact } from '#submissions/withdrawal/may-contact.ts';
import { proofOf } from '#submissions/withdrawal/proof-of-channel.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw.ts';
import { openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { outbox } from '#tests/helpers/outbox.ts';

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

const suppressionsOf = async (contact: Contact) => {
  const hashes = hashesOf(contact).map(({ hash }) => hash);
  const { docs } = await (await payload()).find({
    collection: 'suppressions',
    where: { hash: { in: hashes } },
    overrideAccess: true,
    depth: 0,
  });
  return docs.map(({ channel, source }) => [channel, source]).toSorted();
};

const OPEN = { status: 'new', lines: ['received'] };
const CLOSED = {
  status: 'closed',
  reason: 'withdrawn',
  lines: ['received', 'withdrawn', 'status'],
};

const messagesAbout = async (receipt: string) => {
  const { submission } = await storedUnder(receipt);
  const jobs = (await outbox()).filter((job) => requestOf(job) === submission.id);
  return jobs.map(({ taskSlug }) => taskSlug);
};

it.each(['by the receipt', 'of the contact'])(
  'what its visitor has not been told yet is told no more: %s',
  async (way) => {
    const { phone, email } = somebody();
    const answers = { name: 'Ann', phone, email };
    const sent = { callToAction: 'request-meeting', answers, receiptByMail: true };
    const sender = { ...SENDER, at: at(0) };
    const { receipt } = await send({ ...sent, page: '/' }, newKey(), sender);
    expect(await messagesAbout(receipt)).toEqual(['request-waiting', 'visitor-receipt']);
    if (way === 'by the receipt') await withdrawByReceipt(receipt, at(1));
    else {
      const contact = contactOf({ phone, email });
      await inTransaction((req) => withdrawContact(contact, { source: 'text' }, at(1), req));
    }
    expect(await messagesAbout(receipt)).toEqual(['request-waiting']);
  },
);

describe('by the receipt', () => {
  it('its own request is closed, and nothing else is', async () => {
    const ann = somebody();
    const one = await ask(ann, 0);
    const samePhone = await ask({ ...ann, email: 'other@example.org' }, 1);
    const sameEmail = await ask({ ...somebody(), email: ann.email.toUpperCase() }, 2);
    const both = await ask(ann, 2);
    const stranger = await ask({ ...somebody(), email: `x${ann.email}` }, 2);
    expect(await findWithdrawable(one.receipt)).toEqual({
      reference: one.reference,
      withdrawn: false,
    });
    await withdrawByReceipt(one.receipt, at(3));
    expect(await standing(one.receipt)).toMatchObject(CLOSED);
    expect(await findWithdrawable(one.receipt)).toMatchObject({ withdrawn: true });
    for (const [{ receipt }, shared, words] of [
      [samePhone, ['phone'], 'phone number'],
      [sameEmail, ['email'], 'email address'],
      [both, ['phone', 'email'], 'phone number and email address'],
    ] as const) {
      const { submission, events } = await storedUnder(receipt);
      expect(submission).toMatchObject({ status: 'new', withdrawnBeside: shared });
      expect(events.map(({ type, text }) => [type, text])).toContainEqual([
        'beside',
        `Someone took back another request with the same ${words}: ${one.reference}.`,
      ]);
    }
    expect(await standing(stranger.receipt)).toMatchObject(OPEN);
    expect(await suppressionsOf(contactOf(ann))).toEqual([]);
    expect(await may(contactOf(ann), 0)).toBe(true);
  });

  it('each other request is marked once, however many are taken back', async () => {
    const ann = somebody();
    const hers = await ask(ann, 0);
    for (const { receipt } of [await ask(ann, 1), await ask(ann, 1), await ask(ann, 1)]) {
      await withdrawByReceipt(receipt, at(2));
    }
    expect(await standing(hers.receipt)).toEqual({ ...OPEN, lines: ['received', 'beside'] });
  });

  it('once more is the same as once, also where the request was closed before', async () => {
    const ann = somebody();
    const { receipt } = await ask(ann, 0);
    const { submission } = await storedUnder(receipt);
    await (await payload()).update({
      collection: 'form-submissions',
      id: submission.id,
      data: { status: 'closed', closedReason: 'helped' },
      overrideAccess: true,
    });
    await withdrawByReceipt(receipt, at(1));
    const once = await standing(receipt);
    expect(once).toMatchObject({ status: 'closed', reason: 'withdrawn' });
    await withdrawByReceipt(receipt, at(2));
    expect(await standing(receipt)).toEqual(once);
  });

  it('ten clicks at once are taken one after the other', async () => {
    const { receipt } = await ask(somebody(), 0);
    await Promise.all(Array.from({ length: 10 }, () => withdrawByReceipt(receipt, at(1))));
    const { events } = await storedUnder(receipt);
    expect(events.filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
  });

  it('what is taken back is as new as what a colleague has just saved', async () => {
    const { receipt } = await ask(somebody(), 0);
    const before = (await storedUnder(receipt)).submission.updatedAt;
    await withdrawByReceipt(receipt, at(1));
    expect((await storedUnder(receipt)).submission.updatedAt > before).toBe(true);
  });

  it('a receipt that is none does nothing', async () => {
    expect(await findWithdrawable('nothing')).toBeUndefined();
    await withdrawByReceipt('nothing', at(0));
  });
});

describe('by the link in a message', () => {
  it('all that came from that phone is closed, and nothing that came with the address alone', async () => {
    const ann = somebody();
    const one = await ask(ann, 0);
    const samePhone = await ask({ ...ann, email: 'other@example.org' }, 1);
    const sameEmail = await ask({ ...somebody(), email: ann.email }, 2);
    const proof = proofOf('phone', one.receipt);
    expect(await findChannel(one.receipt, proof)).toEqual({
      reference: one.reference,
      channel: 'phone',
      withdrawn: false,
    });
    await withdrawByMessage(one.receipt, proof, at(3));
    await withdrawByMessage(one.receipt, proof, at(4));
    for (const { receipt } of [one, samePhone]) {
      expect(await standing(receipt)).toMatchObject(CLOSED);
    }
    expect(await standing(sameEmail.receipt)).toMatchObject(OPEN);
    const { phoneE164, email } = contactOf(ann);
    expect(await suppressionsOf({ phoneE164, email })).toEqual([['phone', 'message']]);
    expect(await may({ phoneE164 }, 3)).toBe(false);
    expect(await may({ email }, 0)).toBe(true);
    expect(await findChannel(one.receipt, proof)).toMatchObject({ withdrawn: true });
    expect(await findWithdrawable(one.receipt)).toMatchObject({ withdrawn: true });
  });

  it('all that came with that address is closed, in whatever letters', async () => {
    const ann = somebody();
    const one = await ask(ann, 0);
    const sameEmail = await ask({ ...somebody(), email: ann.email.toUpperCase() }, 1);
    const samePhone = await ask({ ...ann, email: 'another@example.org' }, 1);
    const alike = await ask({ ...somebody(), email: `x${ann.email}` }, 1);
    await withdrawByMessage(one.receipt, proofOf('email', one.receipt), at(2));
    expect(await standing(sameEmail.receipt)).toMatchObject(CLOSED);
    for (const { receipt } of [samePhone, alike]) {
      expect(await standing(receipt)).toMatchObject(OPEN);
    }
    expect(await suppressionsOf(contactOf(ann))).toEqual([['email', 'message']]);
    expect(await may({ email: ` ${ann.email.toUpperCase()}` }, 0)).toBe(false);
  });

  it('a later request is new evidence, and can be taken back as well', async () => {
    const ann = somebody();
    const first = await ask(ann, 0);
    const proof = proofOf('phone', first.receipt);
    await withdrawByMessage(first.receipt, proof, at(1));
    const later = await ask(ann, 2);
    const { phoneE164 } = contactOf(ann);
    expect(await may({ phoneE164 }, 0)).toBe(false);
    expect(await may({ phoneE164 }, 2)).toBe(true);
    expect(await standing(later.receipt)).toMatchObject(OPEN);
    expect(await findChannel(first.receipt, proof)).toMatchObject({ withdrawn: false });
    await withdrawByMessage(first.receipt, proof, at(3));
    expect(await may({ phoneE164 }, 2)).toBe(false);
    expect(await standing(later.receipt)).toMatchObject(CLOSED);
  });

  it('it is good for its own channel and request, and after a change of secrets', async () => {
    const [one, other] = [await ask(somebody(), 0), await ask(somebody(), 0)];
    const proof = proofOf('phone', one.receipt);
    expect(proofOf('email', one.receipt)).not.toBe(proof);
    for (const wrong of ['', one.receipt, proofOf('phone', other.receipt), `${proof}A`, 'x'])
      expect(await findChannel(one.receipt, wrong)).toBeUndefined();
    const { PAYLOAD_SECRET } = env;
    env.PAYLOAD_SECRET = 'another secret, which is long enough for it';
    expect(await findChannel(one.receipt, proof)).toMatchObject({ channel: 'phone' });
    env.PAYLOAD_SECRET = PAYLOAD_SECRET;
  });
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

it('who has thousands of open requests, most of them not theirs, can stop them all', async () => {
  const ann = somebody();
  const { submission } = await storedUnder((await ask(ann, 0)).receipt);
  const model = (await payload()).db.collections['form-submissions'];
  const { _id, ...stored } = (await model?.findById(submission.id))?.toObject() ?? {};
  const copies = Array.from({ length: 1000 }, (_, n) => ({
    ...stored,
    reference: `copy-${n}`,
    receipt: `copy-${n}`,
    keys: [`copy-${n}`],
  }));
  await model?.collection.insertMany(copies);
  await inTransaction((req) => withdrawContact(contactOf(ann), { source: 'text' }, at(1), req));
  const { phoneE164 } = contactOf(ann);
  expect(await model?.countDocuments({ phoneE164, status: 'closed' })).toBe(1001);
  expect(await standing('copy-7')).toMatchObject({ status: 'closed', reason: 'withdrawn' });
  await model?.deleteMany({ phoneE164 });
});

describe('the same answers without a key', () => {
  const again = (who: object, minutes: number) =>
    submit(
      { request: { callToAction: 'request-meeting', answers: { name: 'Ann', ...who } } },
      { ...SENDER, at: at(minutes) },
    );

  it('have a receipt of their own, which does not act for the first', async () => {
    const ann = somebody();
    const first = await again(ann, 0);
    const second = await again(ann, 1);
    expect(second.receipt).not.toBe(first.receipt);
    await withdrawByReceipt(second.receipt, at(2));
    const { submission, events } = await storedUnder(first.receipt);
    expect(submission).toMatchObject({ status: 'new', withdrawnBeside: ['answers'] });
    expect(events.map(({ type }) => type)).toEqual(['received', 'beside']);
    expect(await findWithdrawable(second.receipt)).toMatchObject({ withdrawn: true });
    expect(await findWithdrawable(first.receipt)).toMatchObject({ withdrawn: false });
    expect(await suppressionsOf(contactOf(ann))).toEqual([]);
    await withdrawByReceipt(first.receipt, at(3));
    expect(await standing(first.receipt)).toMatchObject({ status: 'closed', reason: 'withdrawn' });
  });

  it('are not lost to the second, when the first takes them back', async () => {
    const ann = somebody();
    const first = await again(ann, 0);
    const second = await again(ann, 1);
    await withdrawByReceipt(first.receipt, at(2));
    expect(await findWithdrawable(first.receipt)).toMatchObject({ withdrawn: true });
    expect(await standing(first.receipt)).toMatchObject({ status: 'new' });
    await withdrawByReceipt(second.receipt, at(3));
    expect(await standing(first.receipt)).toMatchObject({ status: 'closed', reason: 'withdrawn' });
  });

  it('are a new request after the withdrawal', async () => {
    const ann = somebody();
    const first = await again(ann, 0);
    await withdrawByReceipt(first.receipt, at(2));
    const second = await again(ann, 3);
    expect(second.reference).not.toBe(first.reference);
    expect(await standing(second.receipt)).toMatchObject(OPEN);
    expect(await standing(first.receipt)).toMatchObject(CLOSED);
  });
});
