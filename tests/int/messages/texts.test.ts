import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textProvider } from '#submissions/messages/texts/provider.ts';
import { TextFailed } from '#submissions/messages/texts/text-failed.ts';
import { twilioProvider } from '#submissions/messages/texts/twilio.ts';
import { ACCOUNT, playTwilio, refusedFor, TAKEN } from '#tests/helpers/twilio.ts';

const TO = '+12125550123';
const WORDS = 'Throughcare: words that nobody else reads.';

let api: Awaited<ReturnType<typeof playTwilio>>;

beforeAll(async () => {
  api = await playTwilio();
});

afterEach(() => {
  api.asked.length = 0;
  api.answer(TAKEN);
});

afterAll(() => api.stop());

const provider = (settings = {}, answerMs?: number) =>
  twilioProvider({ ...ACCOUNT, apiUrl: api.url, ...settings }, answerMs);

/** How sending fails. */
async function failure(sending: Promise<void>): Promise<TextFailed> {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TextFailed)) throw new Error(`Not a failure to send: ${inspect(error)}`);
  return error;
}

describe('a text message through Twilio', () => {
  it('goes to the account’s address with its sender, number and words', async () => {
    await provider().send(TO, WORDS);
    expect(api.asked).toEqual([
      {
        path: `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json`,
        authorization: `Basic ${btoa(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`)}`,
        fields: { From: ACCOUNT.from, To: TO, Body: WORDS },
      },
    ]);
  });

  it('is sent by a messaging service where there is one', async () => {
    const service = `MG${'3'.repeat(32)}`;
    await provider({ from: service }).send(TO, WORDS);
    expect(api.asked[0]?.fields).toEqual({ MessagingServiceSid: service, To: TO, Body: WORDS });
  });

  it.each([
    [21211, 'never'],
    [21614, 'never'],
    [21610, 'stopped'],
    [21611, 'later'],
    [20003, 'later'],
  ])('that is refused by %i is to be tried again: %s', async (code, outcome) => {
    api.answer(refusedFor(code));
    expect(await failure(provider().send(TO, WORDS))).toMatchObject({
      code: `text-${code}`,
      outcome,
    });
  });

  it.each([
    ['an error without a code', { status: 503, body: '<h1>Away</h1>' }, 'text-503'],
    ['another address', { status: 302, body: '' }, 'text-302'],
    ['a page of somebody in between', { status: 200, body: '<h1>Sign in</h1>' }, 'text-unknown'],
    ['an answer without a receipt', { status: 201, body: '{}' }, 'text-no-receipt'],
  ])('that is answered by %s is tried again', async (_, answer, code) => {
    api.answer(answer);
    expect(await failure(provider().send(TO, WORDS))).toMatchObject({ code, outcome: 'later' });
  });

  it('is not waited for when nothing answers', async () => {
    api.answer('nothing');
    expect(await failure(provider({}, 50).send(TO, WORDS))).toMatchObject({
      code: 'text-ETIMEDOUT',
      outcome: 'later',
    });
  });

  it('is tried again when nobody is there', async () => {
    const gone = provider({ apiUrl: 'http://127.0.0.1:1' });
    expect(await failure(gone.send(TO, WORDS))).toMatchObject({
      code: 'text-ECONNREFUSED',
      outcome: 'later',
    });
  });

  it('that fails says nothing of the number or the words', async () => {
    for (const answer of [refusedFor(21211), { status: 500, body: TO }, 'nothing'] as const) {
      api.answer(answer);
      const error = await failure(provider({}, 50).send(TO, WORDS));
      const said = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
      expect(said).not.toContain('2125550123');
      expect(said).not.toContain(WORDS);
      expect(said).not.toContain(ACCOUNT.authToken);
    }
  });

  it('waits for a person where no provider is set up', () => {
    expect(textProvider()).toBeUndefined();
  });
});
