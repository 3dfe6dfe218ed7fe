import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, MongoClient, type ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { env } from '#platform/environment/env.ts';
import { cacheStatus, fetchRaw, startTestEdge, type TestEdge } from '#tests/helpers/edge.ts';
import { signToken } from '#tests/helpers/sign-token.ts';
import { type StubOrigin, sharedPage, startOrigin } from '#tests/helpers/stub-origin.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const SESSION_COOKIE = `payload-token=${await signToken()}`;
const STALE_IF_ERROR = 'throughcare; hit; detail="the site is away, this was kept"';

let client: MongoClient;
let db: Db;
let origin: StubOrigin;
let edge: TestEdge;
let article: ObjectId;

beforeAll(async () => {
  client = await MongoClient.connect(env.DATABASE_URI ?? '');
  db = client.db();
});
afterAll(() => client.close());

beforeEach(async () => {
  const { insertedId } = await db.collection('articles').insertOne({ _status: 'published' });
  article = insertedId;
  origin = await startOrigin();
  origin.respond('/page', sharedPage('First', `articles:${article}:self,articles:${article}`));
  origin.respond('/list', sharedPage('First list', 'articles'));
  origin.respond('/other', sharedPage('Other', 'global:header,people:1'));
  edge = await startTestEdge(origin);
});

const bodyAt = async (target: string, from = edge) =>
  (await fetchRaw(from, target)).body.toString();

/** Requests a page until it is cached and fresh: from then on only a purge changes it. */
const untilCached = async (target: string, from = edge) => {
  await expect.poll(async () => cacheStatus(await fetchRaw(from, target))).toBe('throughcare; hit');
};

const updateArticle = (set: object) =>
  db.collection('articles').updateOne({ _id: article }, { $set: set });

it('fetches the pages that a change affects soon after its commit, and no others', async () => {
  for (const target of ['/page', '/list', '/other']) await untilCached(target);
  origin.respond('/page', sharedPage('Second', `articles:${article}:self,articles:${article}`));
  origin.respond('/list', sharedPage('Second list', 'articles'));
  await updateArticle({ title: 'Second' });
  await expect.poll(() => bodyAt('/page')).toBe('Second');
  expect(await bodyAt('/list')).toBe('Second list');
  await bodyAt('/other');
  expect(origin.countRequests('/other')).toBe(1);
});

it('fetches every page with a global again after it changes', async () => {
  await untilCached('/other');
  await db.collection('globals').insertOne({ globalType: 'header' });
  await expect.poll(() => origin.countRequests('/other')).toBe(1);
  origin.respond('/other', sharedPage('New header', 'global:header'));
  await db.collection('globals').updateOne({ globalType: 'header' }, { $set: { a: 1 } });
  await expect.poll(() => bodyAt('/other')).toBe('New header');
});

it('purges nothing while an editor types a draft', async () => {
  for (const target of ['/list', '/other']) await untilCached(target);
  const { insertedId } = await db.collection('articles').insertOne({ _status: 'draft' });
  await db.collection('articles').updateOne({ _id: insertedId }, { $set: { title: 'T' } });
  // Changes arrive in order: once this one has purged its page, the drafts have arrived as well.
  const set = { $set: { at: new Date() } };
  await db.collection('globals').updateOne({ globalType: 'header' }, set, { upsert: true });
  await expect.poll(() => bodyAt('/other').then(() => origin.countRequests('/other'))).toBe(2);
  expect(cacheStatus(await fetchRaw(edge, '/list'))).toBe('throughcare; hit');
  expect(origin.countRequests('/list')).toBe(1);
});

it('does not cache a page that was rendered while it changed', async () => {
  await untilCached('/other');
  const { promise, resolve } = Promise.withResolvers<void>();
  const tags = `articles:${article}:self,articles:${article}`;
  origin.respond('/page', { ...sharedPage('Before', tags), after: promise });
  await untilCached('/list');
  const early = bodyAt('/page');
  await expect.poll(() => origin.countRequests('/page')).toBe(1);
  await updateArticle({ title: 'After' });
  await expect.poll(() => bodyAt('/list').then(() => origin.countRequests('/list'))).toBe(2);
  origin.respond('/page', sharedPage('After', tags));
  // A request after the change does not share the earlier fetch.
  const late = bodyAt('/page');
  resolve();
  expect([await early, await late]).toEqual(['Before', 'After']);
  expect(await bodyAt('/page')).toBe('After');
});

it('purges before it responds to a write that it proxied', async () => {
  // A rejected write would not be waited for.
  origin.respond('/api/articles', { body: '{}' });
  const countFences = () => db.collection('edge-fences').countDocuments();
  const before = await countFences();
  for (let n = 0; n < 20; n += 1) {
    await untilCached('/page');
    origin.respond(
      '/page',
      sharedPage(`Version ${n}`, `articles:${article}:self,articles:${article}`),
    );
    await updateArticle({ n });
    const headers = { Cookie: SESSION_COOKIE, 'Content-Type': 'application/json' };
    await fetchRaw(edge, '/api/articles', { method: 'PATCH', headers, body: '{}' });
    expect(await bodyAt('/page')).toBe(`Version ${n}`);
  }
  // On an idle machine the purges alone could be fast enough, so count the fences.
  expect((await countFences()) - before).toBe(20);
});

it('shares fences among concurrent writes', async () => {
  const countFences = () => db.collection('edge-fences').countDocuments();
  const before = await countFences();
  origin.respond('/api/articles', { body: '{}' });
  const headers = { Cookie: SESSION_COOKIE, 'Content-Type': 'application/json' };
  await untilCached('/page');
  await updateArticle({ title: 'Another' });
  const writes = Array.from({ length: 60 }, () =>
    fetchRaw(edge, '/api/articles', { method: 'PATCH', headers, body: '{}' }),
  );
  await Promise.all(writes);
  origin.respond('/page', sharedPage('The last', `articles:${article}:self,articles:${article}`));
  expect(await bodyAt('/page')).toBe('The last');
  // How many share one depends on when they arrive.
  expect((await countFences()) - before).toBeLessThan(writes.length);
});

it('saves the resume token also while nothing that it watches changes', async () => {
  const folder = await createTemporaryFolder();
  await startTestEdge(origin, { folder });
  const resumeToken = async () =>
    JSON.parse(await readFile(path.join(folder, 'position.json'), 'utf8')).place?.token;
  await expect.poll(resumeToken).toBeDefined();
  const before = await resumeToken();
  await db.collection('worker-beats').insertOne({ at: new Date() });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90_000 });
  await expect.poll(resumeToken, { timeout: 5_000 }).not.toEqual(before);
});

it('serves stale pages while the origin is down, but none that was unpublished', async () => {
  for (const target of ['/page', '/list']) await untilCached(target);
  await origin.stop();
  await updateArticle({ title: 'Not rendered' });
  await expect.poll(async () => cacheStatus(await fetchRaw(edge, '/page'))).toBe(STALE_IF_ERROR);
  expect(await bodyAt('/page')).toBe('First');
  await updateArticle({ _status: 'draft' });
  await expect.poll(async () => (await fetchRaw(edge, '/page')).status).toBe(503);
  expect(await bodyAt('/list')).toBe('First list');
});

it('serves no deleted page while the origin is down', async () => {
  await untilCached('/page');
  await origin.stop();
  await db.collection('articles').deleteOne({ _id: article });
  await expect.poll(async () => (await fetchRaw(edge, '/page')).status).toBe(503);
});

it('serves a stale page for a day after its purge, and no longer', async () => {
  await untilCached('/page');
  await origin.stop();
  await updateArticle({ title: 'Not rendered' });
  await expect.poll(async () => cacheStatus(await fetchRaw(edge, '/page'))).toBe(STALE_IF_ERROR);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_000_000 });
  expect((await fetchRaw(edge, '/page')).status).toBe(200);
  vi.setSystemTime(Date.now() + 800_000);
  expect((await fetchRaw(edge, '/page')).status).toBe(503);
  vi.useRealTimers();
});

it('fetches a page again after a minute while the change stream is silent', async () => {
  const disconnected = await startTestEdge(origin, {
    database: () => Promise.reject(new Error('unavailable')),
    skipCatchUp: true,
  });
  await untilCached('/page', disconnected);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  expect(cacheStatus(await fetchRaw(disconnected, '/page'))).toBe('throughcare; fwd=stale; stored');
  vi.useRealTimers();
});

it('purges the whole cache if the database is dropped, and follows later changes', async () => {
  await untilCached('/page');
  origin.respond('/page', sharedPage('Restored', `articles:${article}`));
  await db.dropDatabase();
  await expect.poll(() => bodyAt('/page')).toBe('Restored');
  // The drop has ended the change stream; the next one drops the cache once more.
  await expect.poll(() => bodyAt('/page').then(() => origin.countRequests('/page'))).toBe(3);
  await untilCached('/list');
  origin.respond('/list', sharedPage('Changed list', 'articles'));
  await db.collection('articles').insertOne({ _status: 'published' });
  await expect.poll(() => bodyAt('/list')).toBe('Changed list');
  vi.mocked(console.error).mockClear();
});

it('catches up after a restart before it serves a page', async () => {
  const folder = await createTemporaryFolder();
  const first = await startTestEdge(origin, { folder });
  for (const target of ['/page', '/list', '/other']) await untilCached(target, first);
  await first.close();
  await updateArticle({ _status: 'draft' });
  await origin.stop();
  const second = await startTestEdge(origin, { folder, skipCatchUp: true });
  expect((await fetchRaw(second, '/page')).status).toBe(503);
  expect(await bodyAt('/list', second)).toBe('First list');
  expect(cacheStatus(await fetchRaw(second, '/list'))).toBe(STALE_IF_ERROR);
  expect(cacheStatus(await fetchRaw(second, '/other'))).toBe('throughcare; hit');
});

it('serves nothing from before a restart if the change history is lost', async () => {
  const folder = await createTemporaryFolder();
  const first = await startTestEdge(origin, { folder });
  await untilCached('/page', first);
  await first.close();
  const otherDatabase = (env.DATABASE_URI ?? '').replace(/\/(\w+)\?/, '/another-$1?');
  const second = await startTestEdge(origin, { folder, database: async () => otherDatabase });
  await expect
    .poll(() => bodyAt('/page', second).then(() => origin.countRequests('/page')))
    .toBeGreaterThan(1);
});
