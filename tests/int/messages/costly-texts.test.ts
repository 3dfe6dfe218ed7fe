import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { consentFixture } from '#forms/fixture-builders.ts';
import { runNextJob } from '#jobs/run-next-job.ts';
import { countText, nextHour } from '#submissions/messages/texts/hourly-limit.ts';
import { handleInboundText } from '#submissions/messages/texts/inbound-text.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { startFakeTwilio } from '#tests/helpers/fake-twilio.ts';
import { clearOutbox, readOutbox } from '#tests/helpers/outbox.ts';
import { rest } from '#tests/helpers/rest.ts';
import { CLIENT, loadSubmission, seedForms, sendSubmission } from '#tests/helpers/submissions.ts';

vi.hoisted(() => {
  Object.assign(process.env, {
    TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'a token of the tests, and of them alone',
    TWILIO_FROM: '+12125550100',
  });
});

const { env } = await import('#platform/environment/env.ts');

let twilio: Awaited<ReturnType<typeof startFakeTwilio>>;
let coordinator: Account;

beforeAll(async () => {
  twilio = await startFakeTwilio();
  env.TWILIO_API_URL = twilio.url;
  await seedForms();
  coordinator = await createAccount('coordinator', ['coordinator']);
});

beforeEach(async () => {
  await clearOutbox();
  twilio.requests.length = 0;
  const { db } = (await payload()).db.connection;
  await db?.collection('texts-by-hour').deleteMany({});
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => twilio.stop());

const submitFrom = (phone: string) =>
  sendSubmission(
    { callToAction: 'text-info', answers: { phone }, consent: consentFixture(true) },
    newIdempotencyKey(),
    {
      ...CLIENT,
      receivedAt: new Date(),
    },
  );

/** Sends the due texts, as the worker does. */
async function sendTexts() {
  const api = await payload();
  while (await runNextJob(api, 'text'));
}

/** Path of the endpoint by which staff confirm that they passed a message on. */
const doneByHandPath = (job: object | undefined) =>
  `/payload-jobs/${job && '_id' in job ? job._id : ''}/done-by-hand`;

const queuedTexts = async () => (await readOutbox()).filter(({ queue }) => queue === 'text');

describe('a number that may cost more than a domestic text', () => {
  it.each([
    ['1 900 555 0123', 'number-costly'],
    ['+979 1 2345 6789', 'number-costly'],
    ['+881 6 1234 5678', 'number-costly'],
    ['+1 473 403 1234', 'number-abroad'],
    ['+44 20 7946 0958', 'number-abroad'],
    ['800 555 0123', 'number-toll-free'],
  ])('%s is accepted and marked as spam, and never texted automatically', async (phone, signal) => {
    const { receipt } = await submitFrom(phone);
    const { submission } = await loadSubmission(receipt);
    expect(submission.quarantined).toBe(true);
    expect(submission.suspicions).toContain(signal);
    expect(await queuedTexts()).toEqual([]);

    // Not even after a coordinator clears the mark: then the text waits for them to send.
    const path = `/form-submissions/${submission.id}`;
    const { token } = coordinator;
    expect((await rest('PATCH', path, { token, data: { quarantined: false } })).status).toBe(200);
    await sendTexts();
    expect(vi.mocked(console.error).mock.calls.flat().join(' ')).toContain('TextFailed');
    vi.mocked(console.error).mockClear();
    expect(twilio.requests).toEqual([]);
    const [job] = await queuedTexts();
    expect(job).toMatchObject({ hasError: true, error: { message: 'text-not-served' } });
    const done = await rest('POST', doneByHandPath(job), { token });
    expect(done.status).toBe(204);
  });

  it('is texted if Site serves its country', async () => {
    const api = await payload();
    // System: an administrator does this in the admin.
    const setServedCountries = (...servedCountries: ('US' | 'GB')[]) =>
      api.updateGlobal({ slug: 'site', data: { servedCountries }, overrideAccess: true });
    await setServedCountries('US', 'GB');
    await submitFrom('+44 7400 123456');
    await sendTexts();
    expect(twilio.requests.map(({ fields }) => fields.To)).toEqual(['+447400123456']);
    await setServedCountries('US');
  });

  it('gets no automatic reply', async () => {
    const help = (From: string) =>
      handleInboundText(new URLSearchParams({ From, Body: 'HELP' }), new Date());
    expect(await help('+12125550123')).toContain('STOP');
    expect(await help('+19005550123')).toBeUndefined();
    expect(await help('+14734031234')).toBeUndefined();
  });
});

describe('the hourly limit of texts', () => {
  const setLimit = async (textsPerHour: number) => {
    const api = await payload();
    // System: an administrator does this in the admin.
    await api.updateGlobal({ slug: 'site', data: { textsPerHour }, overrideAccess: true });
  };

  it('makes further texts wait for the next hour, without counting an attempt', async () => {
    const next = nextHour(new Date());
    vi.useFakeTimers({ now: new Date(next.getTime() - 40 * 60_000), toFake: ['Date'] });
    await setLimit(3);
    for (let n = 0; n < 5; n += 1) await submitFrom(`(646) 555-01${10 + n}`);
    await sendTexts();
    expect(twilio.requests).toHaveLength(3);
    const postponed = { waitUntil: next, overHourlyLimit: true, hasError: false };
    expect(await queuedTexts()).toMatchObject([postponed, postponed]);
    expect((await queuedTexts()).map(({ totalTried }) => totalTried ?? 0)).toEqual([0, 0]);

    // One is passed on by hand, the other is sent automatically.
    const [first] = await queuedTexts();
    const { token } = coordinator;
    const done = await rest('POST', doneByHandPath(first), { token });
    expect(done.status).toBe(204);
    vi.setSystemTime(next);
    await sendTexts();
    expect(twilio.requests).toHaveLength(4);
    expect(await queuedTexts()).toEqual([]);
  });

  it('holds across processes that count at the same time', async () => {
    const api = await payload();
    const now = new Date('2031-03-01T12:00:00Z');
    const counted = await Promise.all(Array.from({ length: 50 }, () => countText(api, 10, now)));
    expect(counted.filter(Boolean)).toHaveLength(10);
    expect(await countText(api, 11, now)).toBe(true);
  });
});
