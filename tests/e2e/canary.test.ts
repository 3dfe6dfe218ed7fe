import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf, canaries, foundIn } from '#tests/helpers/canary.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/mailbox.ts';
import { type OwnSite, startSite } from '#tests/helpers/running-site.ts';
import { sessionHeaders, sessionIn } from '#tests/helpers/session.ts';
import { ACCOUNT, playTwilio } from '#tests/helpers/twilio.ts';

const SLUG = 'canary';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** The one room of personal data. */
const ROOM = 'form-submissions';

const all = canaries();
const answers = answersOf(all);

let mailbox: Mailbox;
let twilio: Awaited<ReturnType<typeof playTwilio>>;
let site: OwnSite;
let client: MongoClient;
let db: Db;

/** Where browsers were sent, and what they were told there. */
const addresses: string[] = [];

beforeAll(async () => {
  mailbox = await openMailbox();
  twilio = await playTwilio();
  site = await startSite({
    PAYLOAD_LOG_LEVEL: 'trace',
    SMTP_URL: mailbox.url,
    TWILIO_API_URL: twilio.url,
    TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
    TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
    TWILIO_FROM: ACCOUNT.from,
    RATE_LIMIT_FACTOR: '1000',
  });
  client = await MongoClient.connect(
    await readFile(path.join(site.dataDir, 'database-uri'), 'utf8'),
  );
  db = client.db();
  await askForAll();
  await sendEverything();
}, 180_000);

afterAll(async () => {
  await client?.close();
  await site?.stop();
  await twilio?.stop();
  await mailbox?.close();
});

async function signIn(role: string): Promise<Record<string, string>> {
  const answer = await send('/api/users/login', {
    headers: JSON_TYPE,
    body: JSON.stringify({ email: `${role}@example.org`, password: site.password }),
  });
  return sessionHeaders(sessionIn(answer));
}

/** A form with a question of an editor's own. */
async function askForAll(): Promise<void> {
  const { status } = await send('/api/calls-to-action', {
    headers: { ...JSON_TYPE, ...(await signIn('editor')) },
    body: JSON.stringify({
      kind: 'let-us-help',
      slug: SLUG,
      heading: 'A form',
      text: 'Words.',
      button: 'Send',
      questions: [{ id: 'story', label: 'What happened?', type: 'long-text', required: true }],
      _status: 'published',
    }),
  });
  expect(status).toBe(201);
}

async function send(to: string, init: RequestInit & { headers?: Record<string, string> }) {
  const answer = await fetch(`${site.url}${to}`, { method: 'POST', redirect: 'manual', ...init });
  addresses.push(answer.url, answer.headers.get('Location') ?? '');
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

const toDoor = (request: unknown, headers: Record<string, string> = {}) =>
  send('/api/requests', { headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(request) });

/** What is taken, and what is turned away in each way: both doors, and those that are none. */
async function sendEverything(): Promise<void> {
  const request = { callToAction: SLUG, answers };
  const form = new URLSearchParams({ ...answers, key: 'canary-form' });
  const wrong = { ...answers, email: `${answers.email} at home` };
  const sent = {
    json: await toDoor(request),
    text: await toDoor({
      callToAction: 'text-info',
      answers: { phone: answers.phone },
      consent: { text: 'text-messages', version: 1, given: true },
    }),
    form: await send(`/requests/${SLUG}`, { headers: FORM_TYPE, body: form }),
    'wrong value': await toDoor({ ...request, answers: wrong }),
    'unknown field': await toDoor({ ...request, [answers.name ?? '']: answers.phone }),
    'other form': await toDoor({ ...request, callToAction: answers.name }),
    'other site': await toDoor(request, { Origin: 'https://elsewhere.example' }),
    'key of another': await toDoor(
      { ...request, answers: { ...answers, message: `${answers.message} again` } },
      { 'Idempotency-Key': 'canary-form' },
    ),
    'cut off': await send('/api/requests', {
      headers: JSON_TYPE,
      body: JSON.stringify(request).slice(0, -1),
    }),
    'too much': await toDoor({ ...request, more: answers.message?.repeat(5000) }),
    'no type': await send('/api/requests', {
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(request),
    }),
    'wrong form': await send(`/requests/${SLUG}`, {
      headers: FORM_TYPE,
      body: new URLSearchParams(wrong),
    }),
    nowhere: await send('/requests/nowhere', { headers: FORM_TYPE, body: form }),
    rest: await send(`/api/${ROOM}`, { headers: JSON_TYPE, body: JSON.stringify(answers) }),
    'cut off for rest': await send(`/api/${ROOM}`, {
      headers: JSON_TYPE,
      body: JSON.stringify(answers).slice(0, -1),
    }),
    'sign-in': await send('/api/users/login', {
      headers: JSON_TYPE,
      body: JSON.stringify({ email: answers.email, password: answers.message }),
    }),
    'forgotten password': await send('/api/users/forgot-password', {
      headers: JSON_TYPE,
      body: JSON.stringify({ email: answers.email }),
    }),
  };
  expect(
    Object.fromEntries(Object.entries(sent).map(([what, { status }]) => [what, status])),
  ).toEqual({
    json: 201,
    text: 201,
    form: 303,
    'wrong value': 422,
    'unknown field': 422,
    'other form': 422,
    'other site': 403,
    'key of another': 409,
    'cut off': 422,
    'too much': 413,
    'no type': 415,
    'wrong form': 422,
    nowhere: 404,
    rest: 403,
    'cut off for rest': 400,
    'sign-in': 401,
    'forgotten password': 200,
  });
}

/** All that is in these collections, as text. */
async function stored(isMeant: (collection: string) => boolean): Promise<string> {
  const texts: string[] = [];
  for (const collection of await db.collections()) {
    if (!isMeant(collection.collectionName)) continue;
    texts.push(JSON.stringify(await collection.find().toArray()));
  }
  return texts.join('\n');
}

/** What REST answers to every list, every version and every question whether it is there. */
async function answered(headers: Record<string, string>): Promise<string> {
  const slugs = (await db.listCollections().toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('_'));
  const queries = all.map(
    ({ field, typed }) => `where[${field}][equals]=${encodeURIComponent(typed)}`,
  );
  const paths = slugs.flatMap((slug) => [
    `/api/${slug}?limit=100&depth=3`,
    `/api/${slug}?limit=100&draft=true`,
    `/api/${slug}/versions?limit=100`,
    `/api/${slug}/count`,
    ...queries.map((query) => `/api/${slug}?${query}`),
  ]);
  const texts: string[] = [];
  for (const one of paths) {
    const answer = await fetch(`${site.url}${one}`, { headers });
    const text = await answer.text();
    // That a person is there is told by a number as well as by a name.
    if (one.includes('where') && answer.ok) {
      expect(`${one} ${(JSON.parse(text) as { totalDocs: number }).totalDocs}`).toBe(`${one} 0`);
    }
    texts.push(text);
  }
  return texts.join('\n');
}

async function pages(): Promise<string> {
  const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url));
  const own = ['/search?q=canary', `/requests/${SLUG}`, '/feed.xml', '/llms.txt', '/nowhere'];
  const texts = [sitemap];
  for (const one of [...listed.map(({ pathname }) => pathname), ...own]) {
    texts.push(await (await fetch(`${site.url}${one}`)).text());
  }
  expect(texts.length).toBeGreaterThan(15);
  return texts.join('\n');
}

/** The requests that were taken are each told of by mail. */
async function mailsOfAll(): Promise<string> {
  // One at once; for what came after it there is another one in five minutes.
  await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBeGreaterThan(0);
  return JSON.stringify(mailbox.mails);
}

/** What is sent by text, beside the number that it goes to. */
async function textSent(): Promise<string> {
  await expect.poll(() => twilio.asked.length, { timeout: 30_000 }).toBe(1);
  return JSON.stringify(
    twilio.asked.map(({ fields: { To: _, ...rest }, ...asked }) => [asked, rest]),
  );
}

it('is in its one room', async () => {
  const room = await stored((name) => name === ROOM);
  expect(foundIn(room, all)).toEqual(all.map(({ field }) => field));
});

describe('is not in', () => {
  it.each<[string, () => string | Promise<string>]>([
    ['what the site wrote to its terminal', () => readFile(site.output, 'utf8')],
    ['the payload of a job', () => stored((name) => name.startsWith('payload-jobs'))],
    ['a mail', mailsOfAll],
    ['a text', textSent],
    ['an address', () => addresses.join('\n')],
    ['a page that a cache may keep', pages],
    ['what nobody is answered', () => answered({})],
    ['what an editor is answered', async () => answered(await signIn('editor'))],
    ['a version', () => stored((name) => name.endsWith('_versions'))],
    ['a preference', () => stored((name) => name === 'payload-preferences')],
    ['any other room', () => stored((name) => name !== ROOM)],
  ])('%s', async (_, read) => {
    const text = await read();
    expect(foundIn(text, all)).toEqual([]);
    console.log(`${all.length} canaries, ${text.length} characters: none found.`);
  });
});
