import { Readable } from 'node:stream';
import type { NextApiRequest, NextApiResponse } from 'next';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { consent } from '#forms/fixture.ts';
import { openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';

const TOKEN = 'a token of the tests, and of them alone';
const URL_OF_IT = 'http://throughcare.test/api/texts/inbound';

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

beforeAll(openDoors);

interface Post {
  signature?: string | undefined;
  type?: string;
  method?: string;
  raw?: string;
}

/** Brings a text message as Twilio does. */
async function bring(fields: Record<string, string>, post: Post = {}) {
  const signature = getExpectedTwilioSignature(TOKEN, URL_OF_IT, fields);
  const body = post.raw ?? new URLSearchParams(fields).toString();
  const req = Object.assign(Readable.from([Buffer.from(body)]), {
    method: post.method ?? 'POST',
    headers: {
      'content-type': post.type ?? 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': 'signature' in post ? post.signature : signature,
    },
  });
  const answer = { status: 200, body: '', type: '' };
  const res = {
    setHeader(name: string, value: string) {
      if (name === 'Content-Type') answer.type = value;
    },
    setHeaders() {},
    status(code: number) {
      answer.status = code;
      return res;
    },
    end(said = '') {
      answer.body = said;
    },
  };
  await inbound(req as unknown as NextApiRequest, res as unknown as NextApiResponse);
  return answer;
}

const text = (Body: string, more = {}) => ({ MessageSid: 'SM1', From: PHONE, Body, ...more });

async function suppressions(): Promise<number> {
  const api = await payload();
  return (await api.count({ collection: 'suppressions', overrideAccess: true })).totalDocs;
}

/** A request that somebody has sent from the phone. */
async function requested() {
  const sender = { ...SENDER, at: new Date(Date.now() - 60_000) };
  const request = { callToAction: 'text-info', answers: { phone: PHONE }, consent: consent(true) };
  const { receipt } = await send(request, undefined, sender);
  return receipt;
}

beforeEach(async () => {
  const api = await payload();
  await api.db.collections.suppressions?.deleteMany({});
  await api.db.collections['form-submissions']?.deleteMany({});
});

it.each(['STOP', 'please stop', 'Unsubscribe me'])('%s closes what is open', async (words) => {
  const receipt = await requested();
  const answer = await bring(text(words));
  expect(answer).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
  expect(answer.body).not.toContain('<Message>');
  const { submission, events } = await storedUnder(receipt);
  expect(submission).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });
  expect(events.filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
  expect(await suppressions()).toBe(1);
});

it('STOP holds for the phone that it came from, and for nothing that shares an address with it', async () => {
  const sender = { ...SENDER, at: new Date(Date.now() - 60_000) };
  const from = async (phone: string) => {
    const answers = { name: 'Ann', phone, email: 'ann@mail.example' };
    const { receipt } = await send({ callToAction: 'request-meeting', answers }, undefined, sender);
    return receipt;
  };
  const [hers, other] = [await from(PHONE), await from('+12125550124')];
  await bring(text('STOP'));
  expect((await storedUnder(hers)).submission.closedReason).toBe('withdrawn');
  expect((await storedUnder(other)).submission.status).toBe('new');
  const api = await payload();
  const { docs } = await api.find({ collection: 'suppressions', overrideAccess: true, depth: 0 });
  expect(docs).toMatchObject([{ channel: 'phone', source: 'text' }]);
});

it('the same message brought again changes nothing more', async () => {
  const receipt = await requested();
  const before = text('STOP');
  await bring(before);
  const { events } = await storedUnder(receipt);
  expect(await bring(before)).toMatchObject({ status: 200 });
  expect((await storedUnder(receipt)).events).toEqual(events);
});

it('what Twilio has understood itself counts, and is not answered twice', async () => {
  const receipt = await requested();
  await bring(text('alto', { OptOutType: 'STOP' }));
  expect((await storedUnder(receipt)).submission.status).toBe('closed');
  const { body } = await bring(text('HELP', { OptOutType: 'HELP' }));
  expect(body).not.toContain('<Message>');
});

it.each(['HELP', 'info', 'cancel my appointment'])('%s is answered', async (words) => {
  const receipt = await requested();
  const { status, body } = await bring(text(words));
  expect(status).toBe(200);
  expect(body).toContain(`<Response><Message>`);
  expect(body).toContain(env.SITE_URL);
  expect(body).toContain('STOP');
  expect((await storedUnder(receipt)).submission.status).toBe('new');
});

it.each(['START', 'UNSTOP', 'yes', 'See you'])('%s lifts no withdrawal', async (words) => {
  await bring(text('STOP'));
  const { status, body } = await bring(text(words));
  expect([status, body.includes('<Message>')]).toEqual([200, false]);
  expect(await suppressions()).toBe(1);
});

it('what is not signed for this very message withdraws nothing', async () => {
  const receipt = await requested();
  const others = getExpectedTwilioSignature(TOKEN, URL_OF_IT, text('START'));
  const elsewhere = getExpectedTwilioSignature(TOKEN, 'https://elsewhere.example', text('STOP'));
  const anotherToken = getExpectedTwilioSignature('another', URL_OF_IT, text('STOP'));
  for (const signature of [undefined, '', 'x', others, elsewhere, anotherToken]) {
    expect((await bring(text('STOP'), { signature })).status).toBe(403);
  }
  expect((await bring(text('STOP'), { raw: 'From=%2B12125550199&Body=STOP' })).status).toBe(403);
  expect((await storedUnder(receipt)).submission.status).toBe('new');
  expect(await suppressions()).toBe(0);
});

it('what cannot be read is refused', async () => {
  expect((await bring(text('STOP'), { method: 'GET' })).status).toBe(405);
  expect((await bring(text('STOP'), { type: 'application/json' })).status).toBe(415);
  expect((await bring(text('STOP'), { raw: 'x'.repeat(40_000) })).status).toBe(413);
});

it('nothing of a message is stored', async () => {
  await requested();
  await bring(text('stop, canary-of-a-text', { MessageSid: 'canary-of-a-sid' }));
  const { collections } = (await payload()).db;
  const stored = await Promise.all(Object.values(collections).map((one) => one.find().lean()));
  expect(JSON.stringify(stored)).not.toContain('canary');
});

it('is brought again later when it cannot be stored', async () => {
  const told = vi.mocked(console.error);
  const api = await payload();
  const create = vi.spyOn(api, 'create').mockRejectedValue(new Error(`away: ${PHONE}`));
  expect((await bring(text('STOP'))).status).toBe(503);
  expect(JSON.stringify(told.mock.calls)).not.toContain(PHONE.slice(2));
  create.mockRestore();
  told.mockClear();
  expect(await suppressions()).toBe(0);
});

it('there is no such address where no provider is set up', async () => {
  const token = env.TWILIO_AUTH_TOKEN;
  env.TWILIO_AUTH_TOKEN = undefined;
  expect((await bring(text('STOP'))).status).toBe(404);
  env.TWILIO_AUTH_TOKEN = token;
});
