import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { consent } from '#forms/fixture.ts';
import { runOne } from '#jobs/run-one.ts';
import { countText, nextHour } from '#submissions/messages/texts/hourly-limit.ts';
import { answerText } from '#submissions/messages/texts/inbound.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import { openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { emptyOutbox, outbox } from '#tests/helpers/outbox.ts';
import { rest } from '#tests/helpers/rest.ts';
import { playTwilio } from '#tests/helpers/twilio.ts';

vi.hoisted(() => {
  Object.assign(process.env, {
    TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'a token of the tests, and of them alone',
    TWILIO_FROM: '+12125550100',
  });
});

const { env } = await import('#platform/environment/env.ts');

let twilio: Awaited<ReturnType<typeof playTwilio>>;
let coordinator: Account;

beforeAll(async () => {
  twilio = await playTwilio();
  env.TWILIO_API_URL = twilio.url;
  await openDoors();
  coordinator = await account('coordinator', ['coordinator']);
});

beforeEach(async () => {
  await emptyOutbox();
  twilio.asked.length = 0;
  const { db } = (await payload()).db.connection;
  await db?.collection('texts-by-hour').deleteMany({});
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => twilio.stop());

const requestFrom = (phone: string) =>
  send({ callToAction: 'text-info', answers: { phone }, consent: consent(true) }, newKey(), {
    ...SENDER,
    at: new Date(),
  });

/** Runs the texts that are due, as the worker does. */
async function sendTexts() {
  const api = await payload();
  while (await runOne(api, 'text'));
}

/** The address at which a colleague says that a message was passed on. */
const handled = (job: object | undefined) =>
  `/payload-jobs/${job && '_id' in job ? job._id : ''}/done-by-hand`;

const waiting = async () => (await outbox()).filter(({ queue }) => queue === 'text');

describe('a number that may cost more than a text at home', () => {
  it.each([
    ['1 900 555 0123', 'number-costly'],
    ['+979 1 2345 6789', 'number-costly'],
    ['+881 6 1234 5678', 'number-costly'],
    ['+1 473 403 1234', 'number-abroad'],
    ['+44 20 7946 0958', 'number-abroad'],
    ['800 555 0123', 'number-toll-free'],
  ])('%s is taken and marked, and never texted by itself', async (phone, concern) => {
    const { receipt } = await requestFrom(phone);
    const { submission } = await storedUnder(receipt);
    expect(submission.quarantined).toBe(true);
    expect(submission.suspicions).toContain(concern);
    expect(await waiting()).toEqual([]);

    // Not even when a coordinator says that the request is real: then the text is for them to send.
    const path = `/form-submissions/${submission.id}`;
    const { token } = coordinator;
    expect((await rest('PATCH', path, { token, data: { quarantined: false } })).status).toBe(200);
    await sendTexts();
    expect(vi.mocked(console.error).mock.calls.flat().join(' ')).toContain('TextFailed');
    vi.mocked(console.error).mockClear();
    expect(twilio.asked).toEqual([]);
    const [job] = await waiting();
    expect(job).toMatchObject({ hasError: true, error: { message: 'text-not-served' } });
    const done = await rest('POST', handled(job), { token });
    expect(done.status).toBe(204);
  });

  it('is texted where Site serves its country', async () => {
    const api = await payload();
    // System: an administrator does this in the admin.
    const serve = (...servedCountries: ('US' | 'GB')[]) =>
      api.updateGlobal({ slug: 'site', data: { servedCountries }, overrideAccess: true });
    await serve('US', 'GB');
    await requestFrom('+44 7400 123456');
    await sendTexts();
    expect(twilio.asked.map(({ fields }) => fields.To)).toEqual(['+447400123456']);
    await serve('US');
  });

  it('is not answered by a machine', async () => {
    const help = (From: string) =>
      answerText(new URLSearchParams({ From, Body: 'HELP' }), new Date());
    expect(await help('+12125550123')).toContain('STOP');
    expect(await help('+19005550123')).toBeUndefined();
    expect(await help('+14734031234')).toBeUndefined();
  });
});

describe('texts of one hour', () => {
  const limit = async (textsPerHour: number) => {
    const api = await payload();
    // System: an administrator does this in the admin.
    await api.updateGlobal({ slug: 'site', data: { textsPerHour }, overrideAccess: true });
  };

  it('are as many as Site allows; the others wait for the next one, and no try is counted', async () => {
    const next = nextHour(new Date());
    vi.useFakeTimers({ now: new Date(next.getTime() - 40 * 60_000), toFake: ['Date'] });
    await limit(3);
    for (let n = 0; n < 5; n += 1) await requestFrom(`(646) 555-01${10 + n}`);
    await sendTexts();
    expect(twilio.asked).toHaveLength(3);
    const held = { waitUntil: next, overHourlyLimit: true, hasError: false };
    expect(await waiting()).toMatchObject([held, held]);
    expect((await waiting()).map(({ totalTried }) => totalTried ?? 0)).toEqual([0, 0]);

    // One of them goes by hand, the other by itself.
    const [first] = await waiting();
    const { token } = coordinator;
    const done = await rest('POST', handled(first), { token });
    expect(done.status).toBe(204);
    vi.setSystemTime(next);
    await sendTexts();
    expect(twilio.asked).toHaveLength(4);
    expect(await waiting()).toEqual([]);
  });

  it('are counted once each, however many processes send', async () => {
    const api = await payload();
    const now = new Date('2031-03-01T12:00:00Z');
    const counted = await Promise.all(Array.from({ length: 50 }, () => countText(api, 10, now)));
    expect(counted.filter(Boolean)).toHaveLength(10);
    expect(await countText(api, 11, now)).toBe(true);
  });
});
