import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TextError } from '#submissions/messages/texts/text-error.ts';
import { getTextProvider } from '#submissions/messages/texts/text-provider.ts';
import { createTwilioProvider } from '#submissions/messages/texts/twilio.ts';
import { ACCEPTED, ACCOUNT, createRejection, startFakeTwilio } from '#tests/helpers/fake-twilio.ts';

const TO = '+12125550123';
const TEXT = 'Throughcare: words that nobody else reads.';

let twilio: Awaited<ReturnType<typeof startFakeTwilio>>;

beforeAll(async () => {
  twilio = await startFakeTwilio();
});

afterEach(() => {
  twilio.requests.length = 0;
  twilio.respondWith(ACCEPTED);
});

afterAll(() => twilio.stop());

const provider = (settings = {}, timeoutMs?: number) =>
  createTwilioProvider({ ...ACCOUNT, apiUrl: twilio.url, ...settings }, timeoutMs);

/** Resolves with the error that sending fails with. */
async function failureOf(sending: Promise<void>): Promise<TextError> {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TextError)) throw new Error(`Not a failure to send: ${inspect(error)}`);
  return error;
}

describe('the Twilio provider', () => {
  it('posts sender, number and text to the account’s URL', async () => {
    await provider().send(TO, TEXT);
    expect(twilio.requests).toEqual([
      {
        path: `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json`,
        authorization: `Basic ${btoa(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`)}`,
        fields: { From: ACCOUNT.from, To: TO, Body: TEXT },
      },
    ]);
  });

  it('sends through a messaging service if one is configured', async () => {
    const service = `MG${'3'.repeat(32)}`;
    await provider({ from: service }).send(TO, TEXT);
    expect(twilio.requests[0]?.fields).toEqual({
      MessagingServiceSid: service,
      To: TO,
      Body: TEXT,
    });
  });

  it.each([
    [21211, 'never'],
    [21614, 'never'],
    [21610, 'stopped'],
    [21611, 'later'],
    [20003, 'later'],
  ])('maps error %i to the outcome %s', async (code, outcome) => {
    twilio.respondWith(createRejection(code));
    expect(await failureOf(provider().send(TO, TEXT))).toMatchObject({
      code: `text-${code}`,
      outcome,
    });
  });

  it.each([
    ['an error without a code', { status: 503, body: '<h1>Away</h1>' }, 'text-503'],
    ['a redirect', { status: 302, body: '' }, 'text-302'],
    ['a page of a proxy in between', { status: 200, body: '<h1>Sign in</h1>' }, 'text-unknown'],
    ['a response without a message id', { status: 201, body: '{}' }, 'text-no-receipt'],
  ])('asks for a retry after %s', async (_, response, code) => {
    twilio.respondWith(response);
    expect(await failureOf(provider().send(TO, TEXT))).toMatchObject({ code, outcome: 'later' });
  });

  it('times out if Twilio does not respond', async () => {
    twilio.respondWith('nothing');
    expect(await failureOf(provider({}, 50).send(TO, TEXT))).toMatchObject({
      code: 'text-ETIMEDOUT',
      outcome: 'later',
    });
  });

  it('asks for a retry if the connection is refused', async () => {
    const unreachable = provider({ apiUrl: 'http://127.0.0.1:1' });
    expect(await failureOf(unreachable.send(TO, TEXT))).toMatchObject({
      code: 'text-ECONNREFUSED',
      outcome: 'later',
    });
  });

  it('reveals neither number nor text nor token in an error', async () => {
    for (const response of [
      createRejection(21211),
      { status: 500, body: TO },
      'nothing',
    ] as const) {
      twilio.respondWith(response);
      const error = await failureOf(provider({}, 50).send(TO, TEXT));
      const dump = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
      expect(dump).not.toContain('2125550123');
      expect(dump).not.toContain(TEXT);
      expect(dump).not.toContain(ACCOUNT.authToken);
    }
  });

  it('is undefined without Twilio settings', () => {
    expect(getTextProvider()).toBeUndefined();
  });
});
