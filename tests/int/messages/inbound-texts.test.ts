import { Readable } from 'node:stream';
import type { NextApiRequest, NextApiResponse } from 'next';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { consentFixture } from '#forms/fixture-builders.ts';
import { CLIENT, loadSubmission, seedForms, sendSubmission } from '#tests/helpers/submissions.ts';

const TOKEN = 'a token of the tests, and of them alone';
const WEBHOOK_URL = 'http://throughcare.test/api/texts/inbound';

vi.hoisted(() => {
  Object.assign(process.env, {
    TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'a token of the tests, and of them alone',
    TWILIO_FROM: '+12125550100',
  });
});

const { env } = await import('#platform/environment/env.ts');
const { default: inbound } = await import('#pages/api/texts/inbound.ts');

const PHONE = '+12125550123';

beforeAll(seedForms);

interface DeliveryOptions {
  signature?: string | undefined;
  type?: string;
  method?: string;
  raw?: string;
}

/** Delivers a text message to the webhook as Twilio does. */
async function deliver(fields: Record<string, string>, options: DeliveryOptions = {}) {
  const signature = getExpectedTwilioSignature(TOKEN, WEBHOOK_URL, fields);
  const body = options.raw ?? new URLSearchParams(fields).toString();
  const req = Object.assign(Readable.from([Buffer.from(body)]), {
    method: options.method ?? 'POST',
    headers: {
      'content-type': options.type ?? 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': 'signature' in options ? options.signature : signature,
    },
  });
  const response = { status: 200, body: '', type: '' };
  const res = {
    setHeader(name: string, value: string) {
      if (name === 'Content-Type') response.type = value;
    },
    setHeaders() {},
    status(code: number) {
      response.status = code;
      return res;
    },
    end(body = '') {
      response.body = body;
    },
  };
  await inbound(req as unknown as NextApiRequest, res as unknown as NextApiResponse);
  return response;
}

const text = (Body: string, more = {}) => ({ MessageSid: 'SM1', From: PHONE, Body, ...more });

async function countSuppressions(): Promise<number> {
  const api = await payload();
  return (await api.count({ collection: 'suppressions', overrideAccess: true })).totalDocs;
}

/** Submits a form with the phone number, a minute ago. */
async function submitFromPhone() {
  const client = { ...CLIENT, receivedAt: new Date(Date.now() - 60_000) };
  const submission = {
    callToAction: 'text-info',
    answers: { phone: PHONE },
    consent: consentFixture(true),
  };
  const { receipt } = await sendSubmission(submission, undefined, client);
  return receipt;
}

beforeEach(async () => {
  const api = await payload();
  await api.db.collections.suppressions?.deleteMany({});
  await api.db.collections['form-submissions']?.deleteMany({});
});

it.each(['STOP', 'please stop', 'Unsubscribe me'])(
  '%s closes the open submissions',
  async (words) => {
    const receipt = await submitFromPhone();
    const response = await deliver(text(words));
    expect(response).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
    expect(response.body).not.toContain('<Message>');
    const { submission, events } = await loadSubmission(receipt);
    expect(submission).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });
    expect(events.filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
    expect(await countSuppressions()).toBe(1);
  },
);

it('STOP withdraws the phone that it came from, and not the email address submitted with it', async () => {
  const client = { ...CLIENT, receivedAt: new Date(Date.now() - 60_000) };
  const from = async (phone: string) => {
    const answers = { name: 'Ann', phone, email: 'ann@mail.example' };
    const { receipt } = await sendSubmission(
      { callToAction: 'request-meeting', answers },
      undefined,
      client,
    );
    return receipt;
  };
  const [hers, other] = [await from(PHONE), await from('+12125550124')];
  await deliver(text('STOP'));
  expect((await loadSubmission(hers)).submission.closedReason).toBe('withdrawn');
  expect((await loadSubmission(other)).submission.status).toBe('new');
  const api = await payload();
  const { docs } = await api.find({ collection: 'suppressions', overrideAccess: true, depth: 0 });
  expect(docs).toMatchObject([{ channel: 'phone', source: 'text' }]);
});

it('ignores a second delivery of the same message', async () => {
  const receipt = await submitFromPhone();
  const before = text('STOP');
  await deliver(before);
  const { events } = await loadSubmission(receipt);
  expect(await deliver(before)).toMatchObject({ status: 200 });
  expect((await loadSubmission(receipt)).events).toEqual(events);
});

it('acts on keywords that Twilio recognized, without a second reply', async () => {
  const receipt = await submitFromPhone();
  await deliver(text('alto', { OptOutType: 'STOP' }));
  expect((await loadSubmission(receipt)).submission.status).toBe('closed');
  const { body } = await deliver(text('HELP', { OptOutType: 'HELP' }));
  expect(body).not.toContain('<Message>');
});

it.each(['HELP', 'info', 'cancel my appointment'])('%s gets a reply', async (words) => {
  const receipt = await submitFromPhone();
  const { status, body } = await deliver(text(words));
  expect(status).toBe(200);
  expect(body).toContain(`<Response><Message>`);
  expect(body).toContain(env.SITE_URL);
  expect(body).toContain('STOP');
  expect((await loadSubmission(receipt)).submission.status).toBe('new');
});

it.each(['START', 'UNSTOP', 'yes', 'See you'])('%s lifts no withdrawal', async (words) => {
  await deliver(text('STOP'));
  const { status, body } = await deliver(text(words));
  expect([status, body.includes('<Message>')]).toEqual([200, false]);
  expect(await countSuppressions()).toBe(1);
});

it('refuses a message without a valid signature of exactly this message', async () => {
  const receipt = await submitFromPhone();
  const others = getExpectedTwilioSignature(TOKEN, WEBHOOK_URL, text('START'));
  const elsewhere = getExpectedTwilioSignature(TOKEN, 'https://elsewhere.example', text('STOP'));
  const anotherToken = getExpectedTwilioSignature('another', WEBHOOK_URL, text('STOP'));
  for (const signature of [undefined, '', 'x', others, elsewhere, anotherToken]) {
    expect((await deliver(text('STOP'), { signature })).status).toBe(403);
  }
  expect((await deliver(text('STOP'), { raw: 'From=%2B12125550199&Body=STOP' })).status).toBe(403);
  expect((await loadSubmission(receipt)).submission.status).toBe('new');
  expect(await countSuppressions()).toBe(0);
});

it('refuses other methods and media types, and bodies that are too large', async () => {
  expect((await deliver(text('STOP'), { method: 'GET' })).status).toBe(405);
  expect((await deliver(text('STOP'), { type: 'application/json' })).status).toBe(415);
  expect((await deliver(text('STOP'), { raw: 'x'.repeat(40_000) })).status).toBe(413);
});

it('stores nothing of a message', async () => {
  await submitFromPhone();
  await deliver(text('stop, canary-of-a-text', { MessageSid: 'canary-of-a-sid' }));
  const { collections } = (await payload()).db;
  const stored = await Promise.all(
    Object.values(collections).map((collection) => collection.find().lean()),
  );
  expect(JSON.stringify(stored)).not.toContain('canary');
});

it('answers 503 if the withdrawal cannot be stored, so that Twilio retries', async () => {
  const errorLog = vi.mocked(console.error);
  const api = await payload();
  const create = vi.spyOn(api, 'create').mockRejectedValue(new Error(`away: ${PHONE}`));
  expect((await deliver(text('STOP'))).status).toBe(503);
  expect(JSON.stringify(errorLog.mock.calls)).not.toContain(PHONE.slice(2));
  create.mockRestore();
  errorLog.mockClear();
  expect(await countSuppressions()).toBe(0);
});

it('answers 404 if no provider is configured', async () => {
  const token = env.TWILIO_AUTH_TOKEN;
  env.TWILIO_AUTH_TOKEN = undefined;
  expect((await deliver(text('STOP'))).status).toBe(404);
  env.TWILIO_AUTH_TOKEN = token;
});
