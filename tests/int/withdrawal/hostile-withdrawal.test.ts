import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { getServerSideProps as byMessage } from '#pages/withdraw/[receipt]/[proof].tsx';
import { getServerSideProps as byReceipt } from '#pages/withdraw/[receipt].tsx';
import { env } from '#platform/environment/env.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { createChannelProof } from '#submissions/withdrawal/channel-proof.ts';
import { callRoute } from '#tests/helpers/call-route.ts';
import { ACCEPTED, ACCOUNT, createRejection, startFakeTwilio } from '#tests/helpers/fake-twilio.ts';
import { clearOutbox, runDueJobs } from '#tests/helpers/outbox.ts';
import { CLIENT, loadSubmission, seedForms } from '#tests/helpers/submissions.ts';

let twilio: Awaited<ReturnType<typeof startFakeTwilio>>;

beforeAll(async () => {
  twilio = await startFakeTwilio();
  Object.assign(env, {
    TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
    TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
    TWILIO_FROM: ACCOUNT.from,
    TWILIO_API_URL: twilio.url,
  });
  await seedForms();
});

beforeEach(async () => {
  await clearOutbox();
  twilio.requests.length = 0;
});

afterAll(() => twilio.stop());

let numbers = 100;
const newPhone = () => {
  numbers += 1;
  return `(646) 555-0${numbers}`;
};

const CONSENT = { text: 'text-messages', version: 1, given: true };
const createSubmission = (phone: string, more = {}) => ({
  callToAction: 'text-info',
  answers: { phone, ...more },
  consent: CONSENT,
});

/** The ways to submit somebody else's number; each resolves with its receipt. */
const ROUTES = {
  'by the form': async (phone: string) => {
    const typed = new URLSearchParams({
      phone,
      contactWishes: 'x',
      key: newIdempotencyKey(),
      consent: 'yes',
      consentText: CONSENT.text,
      consentVersion: String(CONSENT.version),
    });
    const { redirect } = await callRoute(
      form,
      '/requests/text-info',
      { slug: 'text-info' },
      String(typed),
    );
    expect(redirect).toMatch(/^\/requests\/received\/[\w-]{22}$/);
    return String(redirect).split('/').at(-1) ?? '';
  },
  'by JSON': async (phone: string) =>
    (
      await submit(
        {
          body: createSubmission(phone, { contactWishes: 'y' }),
          idempotencyKey: newIdempotencyKey(),
        },
        CLIENT,
      )
    ).receipt,
  'with the same answers': async (phone: string) =>
    (await submit({ body: createSubmission(phone), idempotencyKey: newIdempotencyKey() }, CLIENT))
      .receipt,
  'with the same answers, without a key': async (phone: string) =>
    (await submit({ body: createSubmission(phone) }, CLIENT)).receipt,
};

type SubmissionRoute = keyof typeof ROUTES;
const ALL_ROUTES = Object.keys(ROUTES) as SubmissionRoute[];

/** Submits as the person does, without an idempotency key, so that only the answers identify the submission. */
const submitAsOwner = async (phone: string) =>
  (await submit({ body: createSubmission(phone) }, CLIENT)).receipt;

/** Tries every withdrawal that a stranger can make with a receipt. */
async function attackWith(receipt: string): Promise<void> {
  const post = (route: typeof byReceipt, path: string, params: Record<string, string>) =>
    callRoute(route, path, params, 'yes=1');
  await post(byReceipt, `/withdraw/${receipt}`, { receipt });
  await post(byReceipt, `/withdraw/${receipt}`, { receipt });
  for (const proof of [receipt, '', 'phone', 'A'.repeat(22), `${receipt}=`]) {
    const response = await post(byMessage, `/withdraw/${receipt}/${proof}`, { receipt, proof });
    expect(response.status).toBe(404);
    expect(response.caching).toBe('private, no-store');
  }
}

/** Expects the submission open, no contact suppressed, and its text sent. */
async function expectUntouched(receipt: string): Promise<void> {
  const api = await payload();
  // A repeat of the same answers has its receipt on the first submission.
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
  await runDueJobs(['text']);
  const texts = twilio.requests.map(({ fields }) => fields.Body);
  expect(texts.join()).toContain(`/withdraw/${docs[0]?.receipt}/`);
}

describe.each(ALL_ROUTES)('a stranger who knows the number and submits it %s', (route) => {
  it('cannot withdraw the submission that the person sent before', async () => {
    const phone = newPhone();
    const first = await submitAsOwner(phone);
    const foreign = await ROUTES[route](phone);
    expect(foreign).not.toBe(first);
    await attackWith(foreign);
    await expectUntouched(first);
    const page = await callRoute(byReceipt, `/withdraw/${first}`, { receipt: first });
    expect(page.props).toMatchObject({ view: { withdrawn: false } });
  });

  it('cannot withdraw the submission that the person sends afterwards', async () => {
    const phone = newPhone();
    const foreign = await ROUTES[route](phone);
    const first = await submitAsOwner(phone);
    expect(foreign).not.toBe(first);
    await attackWith(foreign);
    await expectUntouched(first);
  });

  it('cannot block the person by withdrawing first', async () => {
    const phone = newPhone();
    const foreign = await ROUTES[route](phone);
    await attackWith(foreign);
    const first = await submitAsOwner(phone);
    await attackWith(foreign);
    await expectUntouched(first);
  });

  it('cannot change the closed submission of the person, or a later one', async () => {
    const phone = newPhone();
    const first = await submitAsOwner(phone);
    await (await payload()).update({
      collection: 'form-submissions',
      id: (await loadSubmission(first)).submission.id,
      data: { status: 'closed', closedReason: 'helped' },
      overrideAccess: true,
    });
    const foreign = await ROUTES[route](phone);
    await attackWith(foreign);
    const later = (
      await submit({ body: createSubmission(phone), idempotencyKey: newIdempotencyKey() }, CLIENT)
    ).receipt;
    await expectUntouched(later);
    expect((await loadSubmission(first)).submission.closedReason).toBe('helped');
  });
});

it('the link in a text withdraws all submissions of the phone', async () => {
  const phone = newPhone();
  const first = await submitAsOwner(phone);
  await runDueJobs(['text']);
  const proof = createChannelProof('phone', first);
  const path = `/withdraw/${first}/${proof}`;
  expect(twilio.requests[0]?.fields.Body).toContain(`http://throughcare.test${path}.`);
  const params = { receipt: first, proof };
  expect(await callRoute(byMessage, path, params)).toMatchObject({
    status: 200,
    caching: 'private, no-store',
    props: { view: { scope: 'phone', withdrawn: false } },
  });
  const foreign = await ROUTES['by JSON'](phone);
  expect(await callRoute(byMessage, path, params, 'yes=1')).toMatchObject({ redirect: path });
  for (const receipt of [first, foreign]) {
    expect((await loadSubmission(receipt)).submission.closedReason).toBe('withdrawn');
  }
  expect(await callRoute(byMessage, path, params)).toMatchObject({
    props: { view: { withdrawn: true } },
  });
});

it('an opt-out that the text service reports withdraws the phone, not the email address beside it', async () => {
  const phone = newPhone();
  const first = await submitAsOwner(phone);
  const api = await payload();
  await api.db.collections['form-submissions']?.updateOne(
    { receipt: first },
    { $set: { email: 'beside@mail.example' } },
  );
  const before = await api.count({ collection: 'suppressions', overrideAccess: true });
  twilio.respondWith(createRejection(21610));
  await runDueJobs(['text']);
  twilio.respondWith(ACCEPTED);
  // The failure is logged by its code.
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
  expect((await loadSubmission(first)).submission.closedReason).toBe('withdrawn');
});
