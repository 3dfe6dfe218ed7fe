import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { env } from '#platform/environment/env.ts';
import { cacheStatus, fetchRaw, startTestEdge, type TestEdge } from '#tests/helpers/edge.ts';
import {
  SHARED_CACHE_CONTROL,
  type StubOrigin,
  sharedPage,
  startOrigin,
} from '#tests/helpers/stub-origin.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** A picture in two sizes and pages, each with a text that no other response contains. */
const FILES = ['/api/media/file/face.webp', '/api/media/file/face-480.webp'];
const TEXTS: Record<string, string> = {
  [FILES[0] ?? '']: 'the face itself',
  [FILES[1] ?? '']: 'the face, small',
  '/page': 'a story of somebody',
  '/articles/story/card.png': 'a card of the story',
  '/other': 'something else',
};

let client: MongoClient;
let db: Db;
let origin: StubOrigin;
let folder: string;
let edge: TestEdge;
let picture: ObjectId;
let article: ObjectId;

beforeAll(async () => {
  client = await MongoClient.connect(env.DATABASE_URI ?? '');
  db = client.db();
});
afterAll(() => client.close());

beforeEach(async () => {
  picture = new ObjectId();
  article = new ObjectId();
  await db.collection('media').insertOne({ _id: picture, filename: `${picture}.webp` });
  await db.collection('articles').insertOne({ _id: article, _status: 'published' });
  origin = await startOrigin({ shared: ['/site-index.json', ...Object.keys(TEXTS)] });
  const tagsOf = (tag: string) => `${tag},${tag}:self`;
  for (const [target, text] of Object.entries(TEXTS)) {
    const isFile = FILES.includes(target);
    const tags = isFile ? tagsOf(`media:${picture}`) : tagsOf(`articles:${article}`);
    // The page contains the picture, but is not gone with it.
    const allTags = target === '/page' ? `${tags},media:${picture}` : tags;
    origin.respond(target, sharedPage(text.repeat(50), target === '/other' ? 'people:1' : allTags));
  }
  folder = await createTemporaryFolder();
  edge = await startTestEdge(origin, { folder });
});

/** Returns the targets whose texts are in the folder of the edge. */
async function onDisk(): Promise<string[]> {
  const dirents = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = dirents.filter((dirent) => dirent.isFile());
  const contents = await Promise.all(
    files.map(({ parentPath, name }) =>
      readFile(path.join(parentPath, name), 'utf8').catch(() => ''),
    ),
  );
  return Object.keys(TEXTS).filter((target) =>
    contents.some((content) => content.includes(TEXTS[target] ?? '')),
  );
}

const cacheAll = async (from = edge) => {
  for (const target of Object.keys(TEXTS)) {
    // Encoded as well, because memory has a body for each content coding.
    await fetchRaw(from, target, { headers: { 'Accept-Encoding': 'gzip' } });
    await expect
      .poll(async () => cacheStatus(await fetchRaw(from, target)))
      .toBe('throughcare; hit');
  }
  await expect.poll(onDisk).toEqual(Object.keys(TEXTS));
  // No write is pending.
  await expect.poll(drafts).toEqual([]);
};

const drafts = async (): Promise<string[]> =>
  (await readdir(path.join(folder, 'entries'))).filter((name) => name.includes('.'));

const deletePicture = () => db.collection('media').deleteOne({ _id: picture });
const without = (...gone: string[]) =>
  Object.keys(TEXTS).filter((target) => !gone.includes(target));

it('deletes all sizes of a deleted picture, and nothing else', async () => {
  await cacheAll();
  await deletePicture();
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it('deletes a picture whose file was replaced', async () => {
  await cacheAll();
  await db
    .collection('media')
    .updateOne({ _id: picture }, { $set: { filename: `${new ObjectId()}.webp` } });
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it.each([
  [
    'unpublished',
    () => db.collection('articles').updateOne({ _id: article }, { $set: { _status: 'draft' } }),
  ],
  ['deleted', () => db.collection('articles').deleteOne({ _id: article })],
])('deletes the page and the card of a document that was %s', async (_, change) => {
  await cacheAll();
  await change();
  await expect.poll(onDisk).toEqual(without('/page', '/articles/story/card.png'));
});

it('keeps pages that only changed, to serve them stale', async () => {
  await cacheAll();
  await db.collection('articles').updateOne({ _id: article }, { $set: { title: 'New' } });
  await deletePicture();
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it('deletes what was purged while it was down, without a request for it', async () => {
  await cacheAll();
  await edge.close();
  await deletePicture();
  expect(await onDisk()).toEqual(Object.keys(TEXTS));
  await startTestEdge(origin, { folder });
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it('deletes what a killed process left behind', async () => {
  await cacheAll();
  const killedFolder = await createTemporaryFolder();
  const entries = path.join(folder, 'entries');
  const before = await Promise.all(
    (await readdir(entries)).map(
      async (name) => [name, await readFile(path.join(entries, name))] as const,
    ),
  );
  await deletePicture();
  await expect.poll(onDisk).toEqual(without(...FILES));
  await edge.close();
  // The state has the purge, but the files are still there.
  await mkdir(path.join(killedFolder, 'entries'));
  await copyFile(path.join(folder, 'position.json'), path.join(killedFolder, 'position.json'));
  for (const [name, bytes] of before)
    await writeFile(path.join(killedFolder, 'entries', name), bytes);
  folder = killedFolder;
  expect(await onDisk()).toEqual(Object.keys(TEXTS));
  await startTestEdge(origin, {
    folder,
    database: () => Promise.reject(new Error('unavailable')),
    skipCatchUp: true,
  });
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it('deletes everything if the change history is lost', async () => {
  await cacheAll();
  await edge.close();
  const otherDatabase = (env.DATABASE_URI ?? '').replace(/\/(\w+)\?/, '/gone-$1?');
  await startTestEdge(origin, { folder, database: async () => otherDatabase });
  await expect.poll(onDisk).toEqual([]);
});

it('does not store a picture that was deleted while it was fetched', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const [target = ''] = FILES;
  const headers = {
    'Cache-Control': SHARED_CACHE_CONTROL,
    'Cache-Tag': `media:${picture},media:${picture}:self`,
  };
  origin.respond(target, { headers, body: TEXTS[target], after: promise });
  origin.respond('/other', sharedPage('something else', 'media'));
  await expect
    .poll(async () => cacheStatus(await fetchRaw(edge, '/other')))
    .toBe('throughcare; hit');
  const response = fetchRaw(edge, target);
  await expect.poll(() => origin.countRequests(target)).toBe(1);
  await deletePicture();
  const count = origin.countRequests('/other');
  await expect
    .poll(() => fetchRaw(edge, '/other').then(() => origin.countRequests('/other')))
    .toBe(count + 1);
  resolve();
  await response;
  await edge.close();
  expect(await onDisk()).not.toContain(target);
});
