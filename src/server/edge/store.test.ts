import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDisk } from './disk.ts';
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

it('keeps less in memory once it was told to, and all of it on disk', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const disk = await openDisk(folder, 64 * MEGABYTE);
  const store = createStore(disk, createPurges(), 20 * MEGABYTE);
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
