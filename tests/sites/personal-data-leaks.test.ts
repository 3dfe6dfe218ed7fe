import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canaryAnswers, createCanaries, findLeaks } from '#tests/helpers/canary.ts';
import {
  CANARY_FORM,
  createCanaryForm,
  createRecordingClient,
  type RecordingClient,
  sendCanaries,
} from '#tests/helpers/canary-submissions.ts';
import { ACCOUNT, startFakeTwilio } from '#tests/helpers/fake-twilio.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/mailbox.ts';
import { type StartedSite, startSite } from '#tests/helpers/running-site.ts';

/** The only collection that may contain personal data. */
const SUBMISSIONS = 'form-submissions';

const canaries = createCanaries();
const answers = canaryAnswers(canaries, 'let-us-help');

let mailbox: Mailbox;
let twilio: Awaited<ReturnType<typeof startFakeTwilio>>;
let site: StartedSite;
let http: RecordingClient;
let client: MongoClient;
let db: Db;

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
  http = createRecordingClient(site);
  await createCanaryForm(http);
  await sendCanaries(http, answers);
}, 180_000);

afterAll(async () => {
  await client?.close();
  await site?.stop();
  await twilio?.stop();
  await mailbox?.close();
});

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
  const others = [
    '/search?q=canary',
    `/requests/${CANARY_FORM}`,
    '/feed.xml',
    '/llms.txt',
    '/nowhere',
  ];
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
    ['a URL', () => http.urls.join('\n')],
    ['a page', fetchPages],
    ['REST responses to anonymous clients', () => fetchRestResponses({})],
    ['REST responses to an editor', async () => fetchRestResponses(await http.signIn('editor'))],
    ['a version', () => dumpCollections((name) => name.endsWith('_versions'))],
    ['a preference', () => dumpCollections((name) => name === 'payload-preferences')],
    ['any other collection', () => dumpCollections((name) => name !== SUBMISSIONS)],
  ])('%s', async (_, read) => {
    const text = await read();
    expect(findLeaks(text, canaries)).toEqual([]);
    console.log(`${canaries.length} canaries, ${text.length} characters: none found.`);
  });
});
