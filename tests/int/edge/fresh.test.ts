import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, MongoClient, type ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { env } from '#platform/environment/env.ts';
import { ask, edgeBefore, how, type TestEdge } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, shared } from '#tests/helpers/origin.ts';
import { signedToken } from '#tests/helpers/signed-token.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const SIGNED = `payload-token=${await signedToken()}`;
const STAND_IN = 'throughcare; hit; detail="the site is away, this was kept"';

let client: MongoClient;
let db: Db;
let origin: Origin;
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
  origin = await openOrigin();
  origin.say('/page', shared('First', `articles:${article}:self,articles:${article}`));
  origin.say('/list', shared('First list', 'articles'));
  origin.say('/other', shared('Other', 'global:header,people:1'));
  edge = await edgeBefore(origin);
});

const words = async (address: string, from = edge) => (await ask(from, address)).body.toString();

/** Asks until it comes from what is kept: from then on only a purge brings something else. */
const kept = async (address: string, from = edge) => {
  await expect.poll(async () => how(await ask(from, address))).toBe('throughcare; hit');
};

const publish = (set: object) =>
  db.collection('articles').updateOne({ _id: article }, { $set: set });

it('asks again for what a change touches, soon after its commit, and for nothing else', async () => {
  for (const address of ['/page', '/list', '/other']) await kept(address);
  origin.say('/page', shared('Second', `articles:${article}:self,articles:${article}`));
  origin.say('/list', shared('Second list', 'articles'));
  await publish({ title: 'Second' });
  await expect.poll(() => words('/page')).toBe('Second');
  expect(await words('/list')).toBe('Second list');
  await words('/other');
  expect(origin.times('/other')).toBe(1);
});

it('asks again for every page that a global stands on', async () => {
  await kept('/other');
  await db.collection('globals').insertOne({ globalType: 'header' });
  await expect.poll(() => origin.times('/other')).toBe(1);
  origin.say('/other', shared('New header', 'global:header'));
  await db.collection('globals').updateOne({ globalType: 'header' }, { $set: { a: 1 } });
  await expect.poll(() => words('/other')).toBe('New header');
});

it('does not ask again while an editor types a draft', async () => {
  await kept('/list');
  const { insertedId } = await db.collection('articles').insertOne({ _status: 'draft' });
  await db.collection('articles').updateOne({ _id: insertedId }, { $set: { title: 'T' } });
  await publish({ title: 'Seen' });
  await expect.poll(() => words('/list').then(() => origin.times('/list'))).toBe(2);
});

it('does not keep what was being made when it changed', async () => {
  await kept('/other');
  const { promise, resolve } = Promise.withResolvers<void>();
  const tags = `articles:${article}:self,articles:${article}`;
  origin.say('/page', { ...shared('Before', tags), after: promise });
  await kept('/list');
  const early = words('/page');
  await expect.poll(() => origin.times('/page')).toBe(1);
  await publish({ title: 'After' });
  await expect.poll(() => words('/list').then(() => origin.times('/list'))).toBe(2);
  origin.say('/page', shared('After', tags));
  // Whoever comes now does not get what was begun before the change.
  const late = words('/page');
  resolve();
  expect([await early, await late]).toEqual(['Before', 'After']);
  expect(await words('/page')).toBe('After');
});

it('has heard of a write that went through it before that is answered', async () => {
  // Who is turned away has written nothing, and is not waited for.
  origin.say('/api/articles', { body: '{}' });
  const markers = () => db.collection('edge-fences').countDocuments();
  const before = await markers();
  for (let n = 0; n < 20; n += 1) {
    await kept('/page');
    origin.say('/page', shared(`Version ${n}`, `articles:${article}:self,articles:${article}`));
    await publish({ n });
    const headers = { Cookie: SIGNED, 'Content-Type': 'application/json' };
    await ask(edge, '/api/articles', { method: 'PATCH', headers, body: '{}' });
    expect(await words('/page')).toBe(`Version ${n}`);
  }
  // On a quiet machine the change would have been heard by then as well: each was waited for.
  expect((await markers()) - before).toBe(20);
});

it('hears of many writes at once by fewer markers', async () => {
  const markers = () => db.collection('edge-fences').countDocuments();
  const before = await markers();
  origin.say('/api/articles', { body: '{}' });
  const headers = { Cookie: SIGNED, 'Content-Type': 'application/json' };
  await kept('/page');
  await publish({ title: 'Another' });
  const writes = Array.from({ length: 60 }, () =>
    ask(edge, '/api/articles', { method: 'PATCH', headers, body: '{}' }),
  );
  await Promise.all(writes);
  origin.say('/page', shared('The last', `articles:${article}:self,articles:${article}`));
  expect(await words('/page')).toBe('The last');
  // How many share one depends on how fast they come.
  expect((await markers()) - before).toBeLessThan(writes.length);
});

it('writes down how far it has heard, also while nothing changes that it is told of', async () => {
  const folder = await temporaryFolder();
  await edgeBefore(origin, { folder });
  const place = async () =>
    JSON.parse(await readFile(path.join(folder, 'position.json'), 'utf8')).place?.token;
  await expect.poll(place).toBeDefined();
  const before = await place();
  await db.collection('worker-beats').insertOne({ at: new Date() });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90_000 });
  await expect.poll(place, { timeout: 5_000 }).not.toEqual(before);
});

it('shows what is kept while the origin is away, and says so; never what was taken down', async () => {
  for (const address of ['/page', '/list']) await kept(address);
  await origin.leave();
  await publish({ title: 'Nobody can show it' });
  await expect.poll(async () => how(await ask(edge, '/page'))).toBe(STAND_IN);
  expect(await words('/page')).toBe('First');
  await publish({ _status: 'draft' });
  await expect.poll(async () => (await ask(edge, '/page')).status).toBe(503);
  expect(await words('/list')).toBe('First list');
});

it('does not show what was deleted either', async () => {
  await kept('/page');
  await origin.leave();
  await db.collection('articles').deleteOne({ _id: article });
  await expect.poll(async () => (await ask(edge, '/page')).status).toBe(503);
});

it('shows it for a day after it was purged, and no longer', async () => {
  await kept('/page');
  await origin.leave();
  await publish({ title: 'Nobody can show it' });
  await expect.poll(async () => how(await ask(edge, '/page'))).toBe(STAND_IN);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_000_000 });
  expect((await ask(edge, '/page')).status).toBe(200);
  vi.setSystemTime(Date.now() + 800_000);
  expect((await ask(edge, '/page')).status).toBe(503);
  vi.useRealTimers();
});

it('asks again after a minute while nobody tells it of changes', async () => {
  const deaf = await edgeBefore(origin, {
    database: () => Promise.reject(new Error('away')),
    atOnce: true,
  });
  await kept('/page', deaf);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  expect(how(await ask(deaf, '/page'))).toBe('throughcare; fwd=stale; stored');
  vi.useRealTimers();
});

it('hears after a restart what changed while it was down, before it shows a page', async () => {
  const folder = await temporaryFolder();
  const first = await edgeBefore(origin, { folder });
  for (const address of ['/page', '/list', '/other']) await kept(address, first);
  await first.close();
  await publish({ _status: 'draft' });
  await origin.leave();
  const second = await edgeBefore(origin, { folder, atOnce: true });
  expect((await ask(second, '/page')).status).toBe(503);
  expect(await words('/list', second)).toBe('First list');
  expect(how(await ask(second, '/list'))).toBe(STAND_IN);
  expect(how(await ask(second, '/other'))).toBe('throughcare; hit');
});

it('shows nothing of before if it cannot be told what it missed', async () => {
  const folder = await temporaryFolder();
  const first = await edgeBefore(origin, { folder });
  await kept('/page', first);
  await first.close();
  const elsewhere = (env.DATABASE_URI ?? '').replace(/\/(\w+)\?/, '/another-$1?');
  const second = await edgeBefore(origin, { folder, database: async () => elsewhere });
  await expect
    .poll(() => words('/page', second).then(() => origin.times('/page')))
    .toBeGreaterThan(1);
});
