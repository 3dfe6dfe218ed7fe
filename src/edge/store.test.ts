import { readdir, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { type Disk, openDisk } from './disk.ts';
import { type Entry, etagOf } from './entry.ts';
import { createPurges } from './purges.ts';
import { createStore } from './store.ts';

const MEGABYTE = 1024 * 1024;

const BODY = Buffer.alloc(MEGABYTE);

const entry = (n: number): Entry => ({
  key: `/page-${n}`,
  status: 200,
  headers: [['content-type', 'image/webp']],
  tags: [],
  began: 1,
  confirmed: 1,
  freshS: 60,
  standInS: 60,
  immutable: false,
  body: BODY,
  etag: etagOf(BODY),
});

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

it('keeps less in memory once it was told to, and all of it on disk', async () => {
  const purges = createPurges();
  const disk = await openDisk(folder, 64 * MEGABYTE, purges);
  const store = createStore(disk, purges, 20 * MEGABYTE);
  const numbers = Array.from({ length: 30 }, (_, n) => n);
  const held = () => numbers.filter((n) => store.inMemory(`/page-${n}`)).length;
  for (const n of numbers) store.keep(entry(n));
  await disk.written();
  expect(held()).toBe(19);
  store.makeLessRoom();
  expect(held()).toBe(15);
  for (let times = 0; times < 50; times += 1) store.makeLessRoom();
  expect(held()).toBe(7);
  for (const n of numbers) expect((await store.find(`/page-${n}`))?.entry.key).toBe(`/page-${n}`);
  expect(held()).toBe(7);
});

const numbersOn = (disk: Disk) => [0, 1, 2, 3, 4, 5, 6, 7].filter((n) => disk.has(`/page-${n}`));

async function storeWith(mostMb: number, ...numbers: number[]) {
  const purges = createPurges();
  const disk = await openDisk(folder, mostMb * MEGABYTE, purges);
  const store = createStore(disk, purges, 20 * MEGABYTE);
  const keep = async (n: number) => {
    store.keep(entry(n));
    await disk.written();
  };
  for (const n of numbers) await keep(n);
  return { disk, store, keep };
}

it('lets what is asked for make room on disk last, also if it is answered from memory', async () => {
  const { disk, store, keep } = await storeWith(4, 0, 1, 2);
  expect(store.inMemory('/page-0')?.entry.key).toBe('/page-0');
  await keep(3);
  expect(numbersOn(disk)).toEqual([0, 2, 3]);
});

it('remembers over a restart what is asked for', async () => {
  const { store, keep } = await storeWith(4);
  for (const n of [0, 1, 2]) {
    await keep(n);
    await minutePasses();
  }
  const before = await filesByUse();
  store.inMemory('/page-0');
  await expect.poll(filesByUse).not.toEqual(before);
  const { disk } = await storeWith(4, 3);
  expect(numbersOn(disk)).toEqual([0, 2, 3]);
});

/** All that is on disk was used a minute earlier than it seemed: a moment is too short to tell times apart. */
async function minutePasses(): Promise<void> {
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

it('never has what is spared make room on disk', async () => {
  const { disk, store, keep } = await storeWith(4, 0, 1, 2);
  store.spare(['/page-0', '/page-1']);
  for (const n of [3, 4, 5, 6, 7]) await keep(n);
  expect(numbersOn(disk)).toEqual([0, 1, 7]);
  await expect.poll(() => readdir(folder)).toHaveLength(3);
  for (const n of [0, 1]) expect((await disk.read(`/page-${n}`))?.key).toBe(`/page-${n}`);
});

it('goes on when more is spared than fits', async () => {
  const { disk, store, keep } = await storeWith(4, 0, 1, 2);
  store.spare([0, 1, 2, 3, 4].map((n) => `/page-${n}`));
  for (const n of [3, 4]) await keep(n);
  expect(numbersOn(disk)).toEqual([2, 3, 4]);
});
