import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canaryAnswers, createCanaries, findLeaks } from '#tests/helpers/canary.ts';
import { ACCOUNT, startFakeTwilio } from '#tests/helpers/fake-twilio.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/mailbox.ts';
import { type StartedSite, startSite } from '#tests/helpers/running-site.ts';
import { readSessionToken, sessionHeaders } from '#tests/helpers/session.ts';

const SLUG = 'canary';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** The only collection that may contain personal data. */
const SUBMISSIONS = 'form-submissions';

const canaries = createCanaries();
const answers = canaryAnswers(canaries, 'let-us-help');

let mailbox: Mailbox;
let twilio: Awaited<ReturnType<typeof startFakeTwilio>>;
let site: StartedSite;
let client: MongoClient;
let db: Db;

/** URLs of all responses, and their redirects. */
const urls: string[] = [];

beforeAll(async () => {
  mailbox = await openMailbox();
  twilio = await startFakeTwilio();
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
  await createForm();
  await sendAllSubmissions();
}, 180_000);

afterAll(async () => {
  await client?.close();
  await site?.stop();
  await twilio?.stop();
  await mailbox?.close();
});

async function signIn(role: string): Promise<Record<string, string>> {
  const response = await post('/api/users/login', {
    headers: JSON_TYPE,
    body: JSON.stringify({ email: `${role}@example.org`, password: site.password }),
  });
  return sessionHeaders(readSessionToken(response));
}

/** Creates a form with a question that an editor added. */
async function createForm(): Promise<void> {
  const { status } = await post('/api/calls-to-action', {
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

async function post(target: string, init: RequestInit & { headers?: Record<string, string> }) {
  const response = await fetch(`${site.url}${target}`, {
    method: 'POST',
    redirect: 'manual',
    ...init,
  });
  urls.push(response.url, response.headers.get('Location') ?? '');
  return { status: response.status, headers: response.headers, body: await response.text() };
}

const postJson = (submission: unknown, headers: Record<string, string> = {}) =>
  post('/api/requests', {
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify(submission),
  });

/**
 * Sends the canaries in accepted submissions, and in one submission for each reason to reject it: to both submission
 * endpoints, and to endpoints that accept none.
 */
async function sendAllSubmissions(): Promise<void> {
  const submission = { callToAction: SLUG, answers };
  const form = new URLSearchParams({ ...answers, key: 'canary-form' });
  const wrong = { ...answers, email: `${answers.email} at home` };
  const responses = {
    json: await postJson(submission),
    text: await postJson({
      callToAction: 'text-info',
      answers: { phone: answers.phone },
      consent: { text: 'text-messages', version: 1, given: true },
    }),
    form: await post(`/requests/${SLUG}`, { headers: FORM_TYPE, body: form }),
    'wrong value': await postJson({ ...submission, answers: wrong }),
    'unknown field': await postJson({ ...submission, [answers.name ?? '']: answers.phone }),
    'other form': await postJson({ ...submission, callToAction: answers.name }),
    'other site': await postJson(submission, { Origin: 'https://elsewhere.example' }),
    'reused key': await postJson(
      { ...submission, answers: { ...answers, message: `${answers.message} again` } },
      { 'Idempotency-Key': 'canary-form' },
    ),
    truncated: await post('/api/requests', {
      headers: JSON_TYPE,
      body: JSON.stringify(submission).slice(0, -1),
    }),
    'too large': await postJson({ ...submission, more: answers.message?.repeat(5000) }),
    'wrong type': await post('/api/requests', {
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(submission),
    }),
    'wrong form': await post(`/requests/${SLUG}`, {
      headers: FORM_TYPE,
      body: new URLSearchParams(wrong),
    }),
    nowhere: await post('/requests/nowhere', { headers: FORM_TYPE, body: form }),
    rest: await post(`/api/${SUBMISSIONS}`, { headers: JSON_TYPE, body: JSON.stringify(answers) }),
    'truncated for REST': await post(`/api/${SUBMISSIONS}`, {
      headers: JSON_TYPE,
      body: JSON.stringify(answers).slice(0, -1),
    }),
    'sign-in': await post('/api/users/login', {
      headers: JSON_TYPE,
      body: JSON.stringify({ email: answers.email, password: answers.message }),
    }),
    'forgotten password': await post('/api/users/forgot-password', {
      headers: JSON_TYPE,
      body: JSON.stringify({ email: answers.email }),
    }),
  };
  expect(
    Object.fromEntries(Object.entries(responses).map(([name, { status }]) => [name, status])),
  ).toEqual({
    json: 201,
    text: 201,
    form: 303,
    'wrong value': 422,
    'unknown field': 422,
    'other form': 422,
    'other site': 403,
    'reused key': 409,
    truncated: 422,
    'too large': 413,
    'wrong type': 415,
    'wrong form': 422,
    nowhere: 404,
    rest: 403,
    'truncated for REST': 400,
    'sign-in': 401,
    'forgotten password': 200,
  });
}

/** Returns all documents of the selected collections as JSON. */
async function dumpCollections(isSelected: (collection: string) => boolean): Promise<string> {
  const texts: string[] = [];
  for (const collection of await db.collections()) {
    if (!isSelected(collection.collectionName)) continue;
    texts.push(JSON.stringify(await collection.find().toArray()));
  }
  return texts.join('\n');
}

/** Returns the REST responses to every list, with versions, counts and queries for each canary. */
async function fetchRestResponses(headers: Record<string, string>): Promise<string> {
  const slugs = (await db.listCollections().toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('_'));
  const queries = canaries.map(
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
  for (const target of paths) {
    const response = await fetch(`${site.url}${target}`, { headers });
    const text = await response.text();
    // A count of 1 would reveal that the person sent a submission.
    if (target.includes('where') && response.ok) {
      const { totalDocs } = JSON.parse(text) as { totalDocs: number };
      expect(`${target} ${totalDocs}`).toBe(`${target} 0`);
    }
    texts.push(text);
  }
  return texts.join('\n');
}

/** Returns the HTML of all pages in the sitemap, and of others that could contain what was sent. */
async function fetchPages(): Promise<string> {
  const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
  const urlsInSitemap = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = '']) => new URL(url),
  );
  const others = ['/search?q=canary', `/requests/${SLUG}`, '/feed.xml', '/llms.txt', '/nowhere'];
  const texts = [sitemap];
  for (const target of [...urlsInSitemap.map(({ pathname }) => pathname), ...others]) {
    texts.push(await (await fetch(`${site.url}${target}`)).text());
  }
  expect(texts.length).toBeGreaterThan(15);
  return texts.join('\n');
}

/** Returns the mails to coordinators. */
async function waitForMails(): Promise<string> {
  // The first comes at once; the digest of later submissions would take five minutes.
  await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBeGreaterThan(0);
  return JSON.stringify(mailbox.mails);
}

/** Returns the requests to Twilio as JSON, without the recipient's number. */
async function waitForTextMessage(): Promise<string> {
  await expect.poll(() => twilio.requests.length, { timeout: 30_000 }).toBe(1);
  return JSON.stringify(
    twilio.requests.map(({ fields: { To: _, ...fields }, ...request }) => [request, fields]),
  );
}

it('stores personal data in the submissions collection', async () => {
  const submissions = await dumpCollections((name) => name === SUBMISSIONS);
  expect(findLeaks(submissions, canaries)).toEqual(canaries.map(({ field }) => field));
});

describe('does not leak personal data into', () => {
  it.each<[string, () => string | Promise<string>]>([
    ['the log', () => readFile(site.output, 'utf8')],
    ['the payload of a job', () => dumpCollections((name) => name.startsWith('payload-jobs'))],
    ['a mail', waitForMails],
    ['a text message', waitForTextMessage],
    ['a URL', () => urls.join('\n')],
    ['a page', fetchPages],
    ['REST responses to anonymous clients', () => fetchRestResponses({})],
    ['REST responses to an editor', async () => fetchRestResponses(await signIn('editor'))],
    ['a version', () => dumpCollections((name) => name.endsWith('_versions'))],
    ['a preference', () => dumpCollections((name) => name === 'payload-preferences')],
    ['any other collection', () => dumpCollections((name) => name !== SUBMISSIONS)],
  ])('%s', async (_, read) => {
    const text = await read();
    expect(findLeaks(text, canaries)).toEqual([]);
    console.log(`${canaries.length} canaries, ${text.length} characters: none found.`);
  });
});
