import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { env } from '#platform/environment/env.ts';
import { ask, edgeBefore, how, type TestEdge } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, SHARED, shared } from '#tests/helpers/origin.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** A picture in two sizes and a page, each with something in it that stands nowhere else. */
const FILES = ['/api/media/file/face.webp', '/api/media/file/face-480.webp'];
const SAYS: Record<string, string> = {
  [FILES[0] ?? '']: 'the face itself',
  [FILES[1] ?? '']: 'the face, small',
  '/page': 'a story of somebody',
  '/articles/story/card.png': 'a card of the story',
  '/other': 'something else',
};

let client: MongoClient;
let db: Db;
let origin: Origin;
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
  origin = await openOrigin({ shared: ['/site-index.json', ...Object.keys(SAYS)] });
  const of = (tag: string) => `${tag},${tag}:self`;
  for (const [address, words] of Object.entries(SAYS)) {
    const isFile = FILES.includes(address);
    const tags = isFile ? of(`media:${picture}`) : of(`articles:${article}`);
    // The page shows the picture, and does not go with it.
    const all = address === '/page' ? `${tags},media:${picture}` : tags;
    origin.say(address, shared(words.repeat(50), address === '/other' ? 'people:1' : all));
  }
  folder = await temporaryFolder();
  edge = await edgeBefore(origin, { folder });
});

/** Which of all that was said lies in the folder of the edge, by address. */
async function onDisk(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile());
  const texts = await Promise.all(
    files.map(({ parentPath, name }) =>
      readFile(path.join(parentPath, name), 'utf8').catch(() => ''),
    ),
  );
  return Object.keys(SAYS).filter((address) =>
    texts.some((text) => text.includes(SAYS[address] ?? '')),
  );
}

const keepAll = async (from = edge) => {
  for (const address of Object.keys(SAYS)) {
    // In a coding as well: that one is made of what is kept.
    await ask(from, address, { headers: { 'Accept-Encoding': 'gzip' } });
    await expect.poll(async () => how(await ask(from, address))).toBe('throughcare; hit');
  }
  await expect.poll(onDisk).toEqual(Object.keys(SAYS));
  // Each is whole, under its own name.
  await expect.poll(drafts).toEqual([]);
};

const drafts = async (): Promise<string[]> =>
  (await readdir(path.join(folder, 'entries'))).filter((name) => name.includes('.'));

const deletePicture = () => db.collection('media').deleteOne({ _id: picture });
const without = (...gone: string[]) => Object.keys(SAYS).filter((one) => !gone.includes(one));

it('has no size of a picture on disk that was deleted, and all else', async () => {
  await keepAll();
  await deletePicture();
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it('has no picture on disk that another file took the place of', async () => {
  await keepAll();
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
])('has neither the page nor the card on disk of a document that was %s', async (_, go) => {
  await keepAll();
  await go();
  await expect.poll(onDisk).toEqual(without('/page', '/articles/story/card.png'));
});

it('still has what was only changed: it may be needed while the site is away', async () => {
  await keepAll();
  await db.collection('articles').updateOne({ _id: article }, { $set: { title: 'New' } });
  await deletePicture();
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it('hears after a restart what is gone, and takes it away without being asked for it', async () => {
  await keepAll();
  await edge.close();
  await deletePicture();
  expect(await onDisk()).toEqual(Object.keys(SAYS));
  await edgeBefore(origin, { folder });
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it('takes away what it left when it was killed', async () => {
  await keepAll();
  const killed = await temporaryFolder();
  const entries = path.join(folder, 'entries');
  const before = await Promise.all(
    (await readdir(entries)).map(
      async (name) => [name, await readFile(path.join(entries, name))] as const,
    ),
  );
  await deletePicture();
  await expect.poll(onDisk).toEqual(without(...FILES));
  await edge.close();
  // As if nothing had been taken away, though the purge was written down.
  await mkdir(path.join(killed, 'entries'));
  await copyFile(path.join(folder, 'position.json'), path.join(killed, 'position.json'));
  for (const [name, bytes] of before) await writeFile(path.join(killed, 'entries', name), bytes);
  folder = killed;
  expect(await onDisk()).toEqual(Object.keys(SAYS));
  await edgeBefore(origin, {
    folder,
    database: () => Promise.reject(new Error('away')),
    atOnce: true,
  });
  await expect.poll(onDisk).toEqual(without(...FILES));
});

it('has nothing on disk once it cannot be told what went', async () => {
  await keepAll();
  await edge.close();
  const elsewhere = (env.DATABASE_URI ?? '').replace(/\/(\w+)\?/, '/gone-$1?');
  await edgeBefore(origin, { folder, database: async () => elsewhere });
  await expect.poll(onDisk).toEqual([]);
});

it('does not keep a picture that was deleted while it was fetched', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const [address = ''] = FILES;
  const headers = {
    'Cache-Control': SHARED,
    'Cache-Tag': `media:${picture},media:${picture}:self`,
  };
  origin.say(address, { headers, body: SAYS[address], after: promise });
  origin.say('/other', shared('something else', 'media'));
  await expect.poll(async () => how(await ask(edge, '/other'))).toBe('throughcare; hit');
  const asking = ask(edge, address);
  await expect.poll(() => origin.times(address)).toBe(1);
  await deletePicture();
  const asked = origin.times('/other');
  await expect.poll(() => ask(edge, '/other').then(() => origin.times('/other'))).toBe(asked + 1);
  resolve();
  await asking;
  await edge.close();
  expect(await onDisk()).not.toContain(address);
});
