import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { mountSmallVolume } from '#tests/helpers/small-volume.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { type CacheEntry, entityTagOf } from './cache-entry.ts';
import { openDiskStore } from './disk-store.ts';
import { createPurges, type Purges } from './purges.ts';

const MEGABYTE = 1024 * 1024;

const entry = (key: string, body = Buffer.from(`All of ${key}`)): CacheEntry => ({
  key,
  status: 200,
  headers: [['content-type', 'text/html']],
  tags: [],
  requestedAt: 1,
  validatedAt: 1,
  freshnessLifetimeS: 60,
  staleIfErrorS: 60,
  immutable: false,
  body,
  etag: entityTagOf(body),
});

let folder: string;
let purges: Purges;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  purges = createPurges();
});

const open = (maxMb = 16) => openDiskStore(folder, maxMb * MEGABYTE, purges);

const openWith = async (...entries: CacheEntry[]) => {
  const disk = await open();
  for (const each of entries) disk.write(each);
  await disk.flush();
  return disk;
};

const onlyFile = async () => path.join(folder, (await readdir(folder))[0] ?? '');

it('opens a folder with foreign files, and deletes them', async () => {
  await openWith(entry('/page'));
  const ownFiles = await readdir(folder);
  await writeFile(path.join(folder, 'a'.repeat(32)), '');
  await writeFile(path.join(folder, `${'b'.repeat(32)}.1`), 'half');
  await writeFile(path.join(folder, 'notes.txt'), 'mine');
  await mkdir(path.join(folder, 'c'.repeat(32), 'below'), { recursive: true });
  await symlink('/nowhere', path.join(folder, 'd'.repeat(32)));
  const disk = await open();
  expect(await readdir(folder)).toEqual(ownFiles);
  expect((await disk.read('/page'))?.body.toString()).toBe('All of /page');
});

it.each<[string, (file: string) => Promise<void>]>([
  ['has a truncated body', async (file) => truncate(file, (await readFile(file)).length - 1)],
  ['has a truncated head', (file) => truncate(file, 20)],
  [
    'has another body',
    async (file) => {
      const bytes = await readFile(file);
      await writeFile(file, bytes.fill('\0', bytes.length - 3));
    },
  ],
])('deletes a file that %s', async (_, damage) => {
  await openWith(entry('/page'));
  await damage(await onlyFile());
  const disk = await open();
  expect(await disk.read('/page')).toBeUndefined();
  expect(disk.has('/page')).toBe(false);
  await expect.poll(() => readdir(folder)).toEqual([]);
});

it('leaves no draft behind when a write fails', async () => {
  const disk = await openWith(entry('/page'));
  const file = await onlyFile();
  await rm(file);
  await mkdir(path.join(file, 'in the way'), { recursive: true });
  disk.write(entry('/page'));
  await disk.flush();
  expect(await readdir(folder)).toEqual([path.basename(file)]);
  expect(console.error).toHaveBeenCalledOnce();
  vi.mocked(console.error).mockClear();
});

it('writes nothing while the volume is nearly full, and writes again once it has room', async (context) => {
  const volume = await mountSmallVolume(folder, 20, context);
  const disk = await open();
  await volume.fill(0.5);
  disk.write(entry('/a'));
  await disk.flush();
  expect([disk.has('/a'), await readdir(folder)]).toEqual([false, ['filling']]);
  await volume.free();
  disk.write(entry('/a'));
  await disk.flush();
  expect((await disk.read('/a'))?.body.toString()).toBe('All of /a');
});

const tagged = (key: string, overrides: Partial<CacheEntry> = {}): CacheEntry => ({
  ...entry(key),
  tags: [`articles:${key}`, `articles:${key}:self`],
  requestedAt: purges.now(),
  ...overrides,
});

const purge = (key: string) =>
  purges.add({ stale: [`articles:${key}`], gone: [`articles:${key}:self`] });

/** The text of all files in the folder. */
const contents = async (): Promise<string> => {
  const files = await readdir(folder);
  return (await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))).join();
};

it('deletes the files of what is gone, and no others', async () => {
  const disk = await openWith(tagged('/one'), tagged('/two'));
  purge('/one');
  disk.sweep();
  await disk.flush();
  expect(await contents()).not.toContain('All of /one');
  expect((await disk.read('/two'))?.key).toBe('/two');
});

it('deletes what is gone also after a restart', async () => {
  // A head that is longer than the first read.
  const manyTags = Array.from({ length: 500 }, (_, n) => `people:${n}`);
  await openWith(tagged('/one', { tags: [...manyTags, 'articles:/one:self'] }), tagged('/two'));
  purge('/one');
  const disk = await open();
  disk.sweep();
  await disk.flush();
  expect(await readdir(folder)).toHaveLength(1);
  expect((await disk.read('/two'))?.key).toBe('/two');
});

it('deletes what is purged while it is being written', async () => {
  const disk = await open();
  disk.write(tagged('/one'));
  purge('/one');
  disk.sweep();
  await disk.flush();
  expect(await readdir(folder)).toEqual([]);
  expect(disk.has('/one')).toBe(false);
});

it('deletes what is too old to be served stale, unless it is immutable or pinned', async () => {
  const disk = await openWith(
    tagged('/one', { staleIfErrorS: 100 }),
    tagged('/two', { staleIfErrorS: 300 }),
    tagged('/font', { staleIfErrorS: 0, immutable: true }),
    tagged('/unavailable', { staleIfErrorS: 100 }),
  );
  disk.pin(['/unavailable']);
  purges.markAllStale();
  disk.sweep();
  expect(disk.has('/one')).toBe(true);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 200_000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  disk.sweep();
  expect(['/one', '/two', '/font', '/unavailable'].map(disk.has)).toEqual([
    false,
    true,
    true,
    true,
  ]);
});
