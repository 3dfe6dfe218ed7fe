import { randomBytes } from 'node:crypto';
import { readdir, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { type CacheEntry, entityTagOf } from './cache-entry.ts';
import { type DiskStore, openDiskStore } from './disk-store.ts';
import { createPurges } from './purges.ts';
import { createStore } from './two-tier-store.ts';

const MEGABYTE = 1024 * 1024;

const BODY = Buffer.alloc(MEGABYTE);

const entry = (n: number): CacheEntry => ({
  key: `/page-${n}`,
  status: 200,
  headers: [['content-type', 'image/webp']],
  tags: [],
  requestedAt: 1,
  validatedAt: 1,
  freshnessLifetimeS: 60,
  staleIfErrorS: 60,
  immutable: false,
  body: BODY,
  etag: entityTagOf(BODY),
});

let folder: string;

beforeEach(async () => {
  folder = await createTemporaryFolder();
});

it('evicts from memory when it shrinks, and keeps everything on disk', async () => {
  const purges = createPurges();
  const disk = await openDiskStore(folder, 64 * MEGABYTE, purges);
  const store = createStore(disk, purges, 20 * MEGABYTE);
  const numbers = Array.from({ length: 30 }, (_, n) => n);
  const countInMemory = () => numbers.filter((n) => store.peek(`/page-${n}`)).length;
  for (const n of numbers) store.put(entry(n));
  await disk.flush();
  expect(countInMemory()).toBe(19);
  store.shrink();
  expect(countInMemory()).toBe(15);
  for (let times = 0; times < 50; times += 1) store.shrink();
  expect(countInMemory()).toBe(7);
  for (const n of numbers) expect((await store.get(`/page-${n}`))?.entry.key).toBe(`/page-${n}`);
  expect(countInMemory()).toBe(7);
});

it('counts the content codings of a response as memory', async () => {
  const purges = createPurges();
  const disk = await openDiskStore(folder, 64 * MEGABYTE, purges);
  const store = createStore(disk, purges, 2.5 * MEGABYTE);
  // Random bytes do not get smaller.
  const html = {
    ...entry(1),
    headers: [['content-type', 'text/html']],
    body: randomBytes(MEGABYTE),
  };
  store.put(entry(0));
  const cached = store.put(html as CacheEntry);
  expect(store.peek('/page-0')).toBeDefined();
  expect(store.peek('/page-1')).toBe(cached);
  await cached.encodingFor('gzip');
  expect(store.peek('/page-0')).toBeUndefined();
  expect(store.peek('/page-1')).toBe(cached);
});

const numbersOn = (disk: DiskStore) =>
  [0, 1, 2, 3, 4, 5, 6, 7].filter((n) => disk.has(`/page-${n}`));

async function storeWith(maxMb: number, ...numbers: number[]) {
  const purges = createPurges();
  const disk = await openDiskStore(folder, maxMb * MEGABYTE, purges);
  const store = createStore(disk, purges, 20 * MEGABYTE);
  const put = async (n: number) => {
    store.put(entry(n));
    await disk.flush();
  };
  for (const n of numbers) await put(n);
  return { disk, store, put };
}

it('evicts the least recently used from disk, and counts hits in memory as uses', async () => {
  const { disk, store, put } = await storeWith(4, 0, 1, 2);
  expect(store.peek('/page-0')?.entry.key).toBe('/page-0');
  await put(3);
  expect(numbersOn(disk)).toEqual([0, 2, 3]);
});

it('keeps the order of use over a restart', async () => {
  const { store, put } = await storeWith(4);
  for (const n of [0, 1, 2]) {
    await put(n);
    await backdateFiles();
  }
  const before = await filesByUse();
  store.peek('/page-0');
  await expect.poll(filesByUse).not.toEqual(before);
  const { disk } = await storeWith(4, 3);
  expect(numbersOn(disk)).toEqual([0, 2, 3]);
});

/** Sets all files back by a minute: the clock of the file system is too coarse for a moment. */
async function backdateFiles(): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const earlier = (await stat(file)).mtimeMs / 1000 - 60;
    await utimes(file, earlier, earlier);
  }
}

const filesByUse = async () => {
  const names = await readdir(folder);
  const times = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
  );
  return times.sort((a, b) => a.at - b.at).map(({ name }) => name);
};

it('never evicts pinned entries from disk', async () => {
  const { disk, store, put } = await storeWith(4, 0, 1, 2);
  store.pin(['/page-0', '/page-1']);
  for (const n of [3, 4, 5, 6, 7]) await put(n);
  expect(numbersOn(disk)).toEqual([0, 1, 7]);
  await expect.poll(() => readdir(folder)).toHaveLength(3);
  for (const n of [0, 1]) expect((await disk.read(`/page-${n}`))?.key).toBe(`/page-${n}`);
});

it('evicts pinned entries if they do not all fit', async () => {
  const { disk, store, put } = await storeWith(4, 0, 1, 2);
  store.pin([0, 1, 2, 3, 4].map((n) => `/page-${n}`));
  for (const n of [3, 4]) await put(n);
  expect(numbersOn(disk)).toEqual([2, 3, 4]);
});
