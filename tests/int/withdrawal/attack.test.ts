import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { getServerSideProps as byMessage } from '#pages/withdraw/[receipt]/[proof].tsx';
import { getServerSideProps as byReceipt } from '#pages/withdraw/[receipt].tsx';
import { env } from '#platform/environment/env.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { proofOf } from '#submissions/withdrawal/proof-of-channel.ts';
import { openDoors, SENDER, storedUnder } from '#tests/helpers/door.ts';
import { emptyOutbox, sendDue } from '#tests/helpers/outbox.ts';
import { ask } from '#tests/helpers/route.ts';
import { ACCOUNT, playTwilio, refusedFor, TAKEN } from '#tests/helpers/twilio.ts';

let twilio: Awaited<ReturnType<typeof playTwilio>>;

beforeAll(async () => {
  twilio = await playTwilio();
  Object.assign(env, {
    TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
    TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
    TWILIO_FROM: ACCOUNT.from,
    TWILIO_API_URL: twilio.url,
  });
  await openDoors();
});

beforeEach(async () => {
  await emptyOutbox();
  twilio.asked.length = 0;
});

afterAll(() => twilio.stop());

let numbers = 100;
const somebody = () => {
  numbers += 1;
  return `(646) 555-0${numbers}`;
};

const CONSENT = { text: 'text-messages', version: 1, given: true };
const request = (phone: string, more = {}) => ({
  callToAction: 'text-info',
  answers: { phone, ...more },
  consent: CONSENT,
});

/** The ways to send a request with somebody's number; each resolves with the name of its receipt. */
const WAYS = {
  'by the form': async (phone: string) => {
    const typed = new URLSearchParams({
      phone,
      contactWishes: 'x',
      key: newKey(),
      consent: 'yes',
      consentText: CONSENT.text,
      consentVersion: String(CONSENT.version),
    });
    const { redirect } = await ask(
      form,
      '/requests/text-info',
      { slug: 'text-info' },
      String(typed),
    );
    expect(redirect).toMatch(/^\/requests\/received\/[\w-]{22}$/);
    return String(redirect).split('/').at(-1) ?? '';
  },
  'by JSON': async (phone: string) =>
    (await submit({ request: request(phone, { contactWishes: 'y' }), key: newKey() }, SENDER))
      .receipt,
  'with the same answers': async (phone: string) =>
    (await submit({ request: request(phone), key: newKey() }, SENDER)).receipt,
  'with the same answers, without a key': async (phone: string) =>
    (await submit({ request: request(phone) }, SENDER)).receipt,
};

type Way = keyof typeof WAYS;
const EACH = Object.keys(WAYS) as Way[];

/** The request of the person, sent as front ends do that know no keys: nothing sets it apart but its answers. */
const hers = async (phone: string) => (await submit({ request: request(phone) }, SENDER)).receipt;

/** Tries all that a stranger can with a receipt. */
async function takeBack(receipt: string): Promise<void> {
  const post = (route: typeof byReceipt, path: string, params: Record<string, string>) =>
    ask(route, path, params, 'yes=1');
  await post(byReceipt, `/withdraw/${receipt}`, { receipt });
  await post(byReceipt, `/withdraw/${receipt}`, { receipt });
  for (const proof of [receipt, '', 'phone', 'A'.repeat(22), `${receipt}=`]) {
    const answer = await post(byMessage, `/withdraw/${receipt}/${proof}`, { receipt, proof });
    expect(answer.status).toBe(404);
    expect(answer.caching).toBe('private, no-store');
  }
}

/** The request stands as if nobody else had been there, and its text goes out. */
async function expectUntouched(receipt: string): Promise<void> {
  const api = await payload();
  // One that was sent with the same answers has its receipt beside the first one's.
  const { docs } = await api.find({
    collection: 'form-submissions',
    where: { or: [{ receipt: { equals: receipt } }, { 'repeats.receipt': { equals: receipt } }] },
    showHiddenFields: true,
    overrideAccess: true,
    depth: 0,
  });
  expect(docs).toMatchObject([{ status: 'new' }]);
  const { totalDocs } = await api.count({ collection: 'suppressions', overrideAccess: true });
  expect(totalDocs).toBe(0);
  await sendDue(['text']);
  const texts = twilio.asked.map(({ fields }) => fields.Body);
  expect(texts.join()).toContain(`/withdraw/${docs[0]?.receipt}/`);
}

describe.each(EACH)('a stranger who knows the number and sends a request %s', (way) => {
  it('after the person, and takes it back', async () => {
    const phone = somebody();
    const first = await hers(phone);
    const strange = await WAYS[way](phone);
    expect(strange).not.toBe(first);
    await takeBack(strange);
    await expectUntouched(first);
    const page = await ask(byReceipt, `/withdraw/${first}`, { receipt: first });
    expect(page.props).toMatchObject({ view: { withdrawn: false } });
  });

  it('before the person, and takes it back after', async () => {
    const phone = somebody();
    const strange = await WAYS[way](phone);
    const first = await hers(phone);
    expect(strange).not.toBe(first);
    await takeBack(strange);
    await expectUntouched(first);
  });

  it('before the person, and takes it back before', async () => {
    const phone = somebody();
    const strange = await WAYS[way](phone);
    await takeBack(strange);
    const first = await hers(phone);
    await takeBack(strange);
    await expectUntouched(first);
  });

  it('after the person’s was closed', async () => {
    const phone = somebody();
    const first = await hers(phone);
    await (await payload()).update({
      collection: 'form-submissions',
      id: (await storedUnder(first)).submission.id,
      data: { status: 'closed', closedReason: 'helped' },
      overrideAccess: true,
    });
    const strange = await WAYS[way](phone);
    await takeBack(strange);
    const later = (await submit({ request: request(phone), key: newKey() }, SENDER)).receipt;
    await expectUntouched(later);
    expect((await storedUnder(first)).submission.closedReason).toBe('helped');
  });
});

it('the link that the phone got does what the receipt cannot', async () => {
  const phone = somebody();
  const first = await hers(phone);
  await sendDue(['text']);
  const proof = proofOf('phone', first);
  const path = `/withdraw/${first}/${proof}`;
  expect(twilio.asked[0]?.fields.Body).toContain(`http://throughcare.test${path}.`);
  const params = { receipt: first, proof };
  expect(await ask(byMessage, path, params)).toMatchObject({
    status: 200,
    caching: 'private, no-store',
    props: { view: { scope: 'phone', withdrawn: false } },
  });
  const strange = await WAYS['by JSON'](phone);
  expect(await ask(byMessage, path, params, 'yes=1')).toMatchObject({ redirect: path });
  for (const receipt of [first, strange]) {
    expect((await storedUnder(receipt)).submission.closedReason).toBe('withdrawn');
  }
  expect(await ask(byMessage, path, params)).toMatchObject({
    props: { view: { withdrawn: true } },
  });
});

it('what the text service says of a phone holds for that phone, not for an address beside it', async () => {
  const phone = somebody();
  const first = await hers(phone);
  const api = await payload();
  await api.db.collections['form-submissions']?.updateOne(
    { receipt: first },
    { $set: { email: 'beside@mail.example' } },
  );
  const before = await api.count({ collection: 'suppressions', overrideAccess: true });
  twilio.answer(refusedFor(21610));
  await sendDue(['text']);
  twilio.answer(TAKEN);
  // What failed is logged by its code.
  expect(console.error).toHaveBeenCalledOnce();
  vi.mocked(console.error).mockClear();
  const { docs, totalDocs } = await api.find({
    collection: 'suppressions',
    sort: '-id',
    limit: 1,
    overrideAccess: true,
    depth: 0,
  });
  expect(totalDocs).toBe(before.totalDocs + 1);
  expect(docs).toMatchObject([{ channel: 'phone', source: 'text' }]);
  expect((await storedUnder(first)).submission.closedReason).toBe('withdrawn');
});
