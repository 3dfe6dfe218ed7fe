import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import { env } from '#platform/environment/env.ts';
import { submissionIdOf } from '#submissions/messages/admin/message-state.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { createChannelProof } from '#submissions/withdrawal/channel-proof.ts';
import { type Contact, contactHashesOf } from '#submissions/withdrawal/contact.ts';
import { mayContact } from '#submissions/withdrawal/may-contact.ts';
import {
  findWithdrawableChannel,
  withdrawByMessage,
} from '#submissions/withdrawal/withdraw-by-message.ts';
import {
  findWithdrawableSubmission,
  withdrawByReceipt,
} from '#submissions/withdrawal/withdraw-by-receipt.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw-contact.ts';
import { readOutbox } from '#tests/helpers/outbox.ts';
import { CLIENT, loadSubmission, seedForms, sendSubmission } from '#tests/helpers/submissions.ts';

beforeAll(seedForms);

const MINUTE = 60_000;
// In the past, because hooks write the time of the clock.
const START = Date.now() - 60 * MINUTE;
const at = (minutes: number) => new Date(START + minutes * MINUTE);

let numbers = 100;
/** Returns an unused phone number and email address. */
const newPerson = () => {
  numbers += 1;
  return { phone: `(212) 555-0${numbers}`, email: `some.body+${numbers}@example.org` };
};

const submitAs = (person: { phone: string; email: string }, minutes: number) =>
  sendSubmission(
    { callToAction: 'request-meeting', answers: { name: 'Ann', ...person }, page: '/' },
    newIdempotencyKey(),
    {
      ...CLIENT,
      receivedAt: at(minutes),
    },
  );

const contactOf = ({ phone, email }: { phone: string; email: string }): Contact => ({
  phoneE164: `+1${phone.replace(/\D/g, '')}`,
  email,
});

const isContactAllowed = (contact: Contact, minutes: number) =>
  runInRetriedTransaction(payload, (req) => mayContact(contact, at(minutes), req));

const stateOf = async (receipt: string) => {
  const { submission, events } = await loadSubmission(receipt);
  return {
    status: submission.status,
    reason: submission.closedReason,
    events: events.map(({ type }) => type),
  };
};

const suppressionsOf = async (contact: Contact) => {
  const hashes = contactHashesOf(contact).map(({ hash }) => hash);
  const { docs } = await (await payload()).find({
    collection: 'suppressions',
    where: { hash: { in: hashes } },
    overrideAccess: true,
    depth: 0,
  });
  return docs.map(({ channel, source }) => [channel, source]).toSorted();
};

const OPEN = { status: 'new', events: ['received'] };
const CLOSED = {
  status: 'closed',
  reason: 'withdrawn',
  events: ['received', 'withdrawn', 'status'],
};

const messagesAbout = async (receipt: string) => {
  const { submission } = await loadSubmission(receipt);
  const jobs = (await readOutbox()).filter((job) => submissionIdOf(job) === submission.id);
  return jobs.map(({ taskSlug }) => taskSlug);
};

it.each(['by the receipt', 'of the contact'])(
  'a withdrawal removes the unsent messages to the visitor: %s',
  async (kind) => {
    const { phone, email } = newPerson();
    const answers = { name: 'Ann', phone, email };
    const submission = { callToAction: 'request-meeting', answers, receiptByMail: true };
    const client = { ...CLIENT, receivedAt: at(0) };
    const { receipt } = await sendSubmission(
      { ...submission, page: '/' },
      newIdempotencyKey(),
      client,
    );
    expect(await messagesAbout(receipt)).toEqual(['request-waiting', 'visitor-receipt']);
    if (kind === 'by the receipt') await withdrawByReceipt(receipt, at(1));
    else {
      const contact = contactOf({ phone, email });
      await runInRetriedTransaction(payload, (req) =>
        withdrawContact(contact, { source: 'text' }, at(1), req),
      );
    }
    expect(await messagesAbout(receipt)).toEqual(['request-waiting']);
  },
);

describe('a withdrawal by receipt', () => {
  it('closes its own submission, and flags open ones with the same contact', async () => {
    const ann = newPerson();
    const first = await submitAs(ann, 0);
    const samePhone = await submitAs({ ...ann, email: 'other@example.org' }, 1);
    const sameEmail = await submitAs({ ...newPerson(), email: ann.email.toUpperCase() }, 2);
    const both = await submitAs(ann, 2);
    const stranger = await submitAs({ ...newPerson(), email: `x${ann.email}` }, 2);
    expect(await findWithdrawableSubmission(first.receipt)).toEqual({
      reference: first.reference,
      withdrawn: false,
    });
    await withdrawByReceipt(first.receipt, at(3));
    expect(await stateOf(first.receipt)).toMatchObject(CLOSED);
    expect(await findWithdrawableSubmission(first.receipt)).toMatchObject({ withdrawn: true });
    for (const [{ receipt }, shared, words] of [
      [samePhone, ['phone'], 'phone number'],
      [sameEmail, ['email'], 'email address'],
      [both, ['phone', 'email'], 'phone number and email address'],
    ] as const) {
      const { submission, events } = await loadSubmission(receipt);
      expect(submission).toMatchObject({ status: 'new', withdrawnBeside: shared });
      expect(events.map(({ type, text }) => [type, text])).toContainEqual([
        'beside',
        `Someone took back another request with the same ${words}: ${first.reference}.`,
      ]);
    }
    expect(await stateOf(stranger.receipt)).toMatchObject(OPEN);
    expect(await suppressionsOf(contactOf(ann))).toEqual([]);
    expect(await isContactAllowed(contactOf(ann), 0)).toBe(true);
  });

  it('flags each other submission once, however many are withdrawn', async () => {
    const ann = newPerson();
    const other = await submitAs(ann, 0);
    for (const { receipt } of [
      await submitAs(ann, 1),
      await submitAs(ann, 1),
      await submitAs(ann, 1),
    ]) {
      await withdrawByReceipt(receipt, at(2));
    }
    expect(await stateOf(other.receipt)).toEqual({ ...OPEN, events: ['received', 'beside'] });
  });

  it('is idempotent, also if the submission was closed before', async () => {
    const ann = newPerson();
    const { receipt } = await submitAs(ann, 0);
    const { submission } = await loadSubmission(receipt);
    await (await payload()).update({
      collection: 'form-submissions',
      id: submission.id,
      data: { status: 'closed', closedReason: 'helped' },
      overrideAccess: true,
    });
    await withdrawByReceipt(receipt, at(1));
    const once = await stateOf(receipt);
    expect(once).toMatchObject({ status: 'closed', reason: 'withdrawn' });
    await withdrawByReceipt(receipt, at(2));
    expect(await stateOf(receipt)).toEqual(once);
  });

  it('is recorded once when clicked ten times at the same time', async () => {
    const { receipt } = await submitAs(newPerson(), 0);
    await Promise.all(Array.from({ length: 10 }, () => withdrawByReceipt(receipt, at(1))));
    const { events } = await loadSubmission(receipt);
    expect(events.filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
  });

  it('updates updatedAt, so that staff see the change as new', async () => {
    const { receipt } = await submitAs(newPerson(), 0);
    const before = (await loadSubmission(receipt)).submission.updatedAt;
    await withdrawByReceipt(receipt, at(1));
    expect((await loadSubmission(receipt)).submission.updatedAt > before).toBe(true);
  });

  it('does nothing for an unknown receipt', async () => {
    expect(await findWithdrawableSubmission('nothing')).toBeUndefined();
    await withdrawByReceipt('nothing', at(0));
  });
});

describe('a withdrawal by the link in a message', () => {
  it('closes all submissions with that phone, and none with the email address alone', async () => {
    const ann = newPerson();
    const first = await submitAs(ann, 0);
    const samePhone = await submitAs({ ...ann, email: 'other@example.org' }, 1);
    const sameEmail = await submitAs({ ...newPerson(), email: ann.email }, 2);
    const proof = createChannelProof('phone', first.receipt);
    expect(await findWithdrawableChannel(first.receipt, proof)).toEqual({
      reference: first.reference,
      channel: 'phone',
      withdrawn: false,
    });
    await withdrawByMessage(first.receipt, proof, at(3));
    await withdrawByMessage(first.receipt, proof, at(4));
    for (const { receipt } of [first, samePhone]) {
      expect(await stateOf(receipt)).toMatchObject(CLOSED);
    }
    expect(await stateOf(sameEmail.receipt)).toMatchObject(OPEN);
    const { phoneE164, email } = contactOf(ann);
    expect(await suppressionsOf({ phoneE164, email })).toEqual([['phone', 'message']]);
    expect(await isContactAllowed({ phoneE164 }, 3)).toBe(false);
    expect(await isContactAllowed({ email }, 0)).toBe(true);
    expect(await findWithdrawableChannel(first.receipt, proof)).toMatchObject({ withdrawn: true });
    expect(await findWithdrawableSubmission(first.receipt)).toMatchObject({ withdrawn: true });
  });

  it('closes all submissions with that email address, in any case', async () => {
    const ann = newPerson();
    const first = await submitAs(ann, 0);
    const sameEmail = await submitAs({ ...newPerson(), email: ann.email.toUpperCase() }, 1);
    const samePhone = await submitAs({ ...ann, email: 'another@example.org' }, 1);
    const alike = await submitAs({ ...newPerson(), email: `x${ann.email}` }, 1);
    await withdrawByMessage(first.receipt, createChannelProof('email', first.receipt), at(2));
    expect(await stateOf(sameEmail.receipt)).toMatchObject(CLOSED);
    for (const { receipt } of [samePhone, alike]) {
      expect(await stateOf(receipt)).toMatchObject(OPEN);
    }
    expect(await suppressionsOf(contactOf(ann))).toEqual([['email', 'message']]);
    expect(await isContactAllowed({ email: ` ${ann.email.toUpperCase()}` }, 0)).toBe(false);
  });

  it('does not cover later submissions, which can be withdrawn as well', async () => {
    const ann = newPerson();
    const first = await submitAs(ann, 0);
    const proof = createChannelProof('phone', first.receipt);
    await withdrawByMessage(first.receipt, proof, at(1));
    const later = await submitAs(ann, 2);
    const { phoneE164 } = contactOf(ann);
    expect(await isContactAllowed({ phoneE164 }, 0)).toBe(false);
    expect(await isContactAllowed({ phoneE164 }, 2)).toBe(true);
    expect(await stateOf(later.receipt)).toMatchObject(OPEN);
    expect(await findWithdrawableChannel(first.receipt, proof)).toMatchObject({ withdrawn: false });
    await withdrawByMessage(first.receipt, proof, at(3));
    expect(await isContactAllowed({ phoneE164 }, 2)).toBe(false);
    expect(await stateOf(later.receipt)).toMatchObject(CLOSED);
  });

  it('needs the proof of its own channel and submission, which outlives a change of PAYLOAD_SECRET', async () => {
    const [first, other] = [await submitAs(newPerson(), 0), await submitAs(newPerson(), 0)];
    const proof = createChannelProof('phone', first.receipt);
    expect(createChannelProof('email', first.receipt)).not.toBe(proof);
    for (const wrong of [
      '',
      first.receipt,
      createChannelProof('phone', other.receipt),
      `${proof}A`,
      'x',
    ])
      expect(await findWithdrawableChannel(first.receipt, wrong)).toBeUndefined();
    const { PAYLOAD_SECRET } = env;
    env.PAYLOAD_SECRET = 'another secret, which is long enough for it';
    expect(await findWithdrawableChannel(first.receipt, proof)).toMatchObject({ channel: 'phone' });
    env.PAYLOAD_SECRET = PAYLOAD_SECRET;
  });
});

it('rolls back a withdrawal that fails half-way', async () => {
  const ann = newPerson();
  const { receipt } = await submitAs(ann, 0);
  const broken = runInRetriedTransaction(payload, async (req) => {
    await withdrawContact(contactOf(ann), { source: 'text' }, at(1), req);
    throw new Error('The power went.');
  });
  await expect(broken).rejects.toThrow('The power went.');
  expect(await isContactAllowed(contactOf(ann), 0)).toBe(true);
  expect(await stateOf(receipt)).toMatchObject(OPEN);
});

it('stores nothing that reveals who withdrew', async () => {
  const ann = newPerson();
  await runInRetriedTransaction(payload, (req) =>
    withdrawContact(contactOf(ann), { source: 'text' }, at(1), req),
  );
  const { db } = await payload();
  const stored = JSON.stringify(await db.collections.suppressions?.find().lean());
  expect(stored).not.toContain('example.org');
  expect(stored).not.toContain(ann.phone.replace(/\D/g, '').slice(-7));
});

it('closes thousands of open submissions at once', async () => {
  const ann = newPerson();
  const { submission } = await loadSubmission((await submitAs(ann, 0)).receipt);
  const model = (await payload()).db.collections['form-submissions'];
  const { _id, ...stored } = (await model?.findById(submission.id))?.toObject() ?? {};
  const copies = Array.from({ length: 1000 }, (_, n) => ({
    ...stored,
    reference: `copy-${n}`,
    receipt: `copy-${n}`,
    keys: [`copy-${n}`],
  }));
  await model?.collection.insertMany(copies);
  await runInRetriedTransaction(payload, (req) =>
    withdrawContact(contactOf(ann), { source: 'text' }, at(1), req),
  );
  const { phoneE164 } = contactOf(ann);
  expect(await model?.countDocuments({ phoneE164, status: 'closed' })).toBe(1001);
  expect(await stateOf('copy-7')).toMatchObject({ status: 'closed', reason: 'withdrawn' });
  await model?.deleteMany({ phoneE164 });
});

describe('the same answers without an idempotency key', () => {
  const submitWithoutKey = (person: object, minutes: number) =>
    submit(
      { body: { callToAction: 'request-meeting', answers: { name: 'Ann', ...person } } },
      { ...CLIENT, receivedAt: at(minutes) },
    );

  it('get a receipt of their own, which does not withdraw the first', async () => {
    const ann = newPerson();
    const first = await submitWithoutKey(ann, 0);
    const second = await submitWithoutKey(ann, 1);
    expect(second.receipt).not.toBe(first.receipt);
    await withdrawByReceipt(second.receipt, at(2));
    const { submission, events } = await loadSubmission(first.receipt);
    expect(submission).toMatchObject({ status: 'new', withdrawnBeside: ['answers'] });
    expect(events.map(({ type }) => type)).toEqual(['received', 'beside']);
    expect(await findWithdrawableSubmission(second.receipt)).toMatchObject({ withdrawn: true });
    expect(await findWithdrawableSubmission(first.receipt)).toMatchObject({ withdrawn: false });
    expect(await suppressionsOf(contactOf(ann))).toEqual([]);
    await withdrawByReceipt(first.receipt, at(3));
    expect(await stateOf(first.receipt)).toMatchObject({ status: 'closed', reason: 'withdrawn' });
  });

  it('stay open for the second receipt when the first is withdrawn', async () => {
    const ann = newPerson();
    const first = await submitWithoutKey(ann, 0);
    const second = await submitWithoutKey(ann, 1);
    await withdrawByReceipt(first.receipt, at(2));
    expect(await findWithdrawableSubmission(first.receipt)).toMatchObject({ withdrawn: true });
    expect(await stateOf(first.receipt)).toMatchObject({ status: 'new' });
    await withdrawByReceipt(second.receipt, at(3));
    expect(await stateOf(first.receipt)).toMatchObject({ status: 'closed', reason: 'withdrawn' });
  });

  it('are a new submission after the withdrawal', async () => {
    const ann = newPerson();
    const first = await submitWithoutKey(ann, 0);
    await withdrawByReceipt(first.receipt, at(2));
    const second = await submitWithoutKey(ann, 3);
    expect(second.reference).not.toBe(first.reference);
    expect(await stateOf(second.receipt)).toMatchObject(OPEN);
    expect(await stateOf(first.receipt)).toMatchObject(CLOSED);
  });
});
