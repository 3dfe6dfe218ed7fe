import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { smallVolume } from '#tests/helpers/small-volume.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { openDisk } from './disk.ts';
import { type Entry, etagOf } from './entry.ts';
import { createPurges, type Purges } from './purges.ts';

const MEGABYTE = 1024 * 1024;

const entry = (key: string, body = Buffer.from(`All of ${key}`)): Entry => ({
  key,
  status: 200,
  headers: [['content-type', 'text/html']],
  tags: [],
  began: 1,
  confirmed: 1,
  freshS: 60,
  standInS: 60,
  immutable: false,
  body,
  etag: etagOf(body),
});

let folder: string;
let purges: Purges;

beforeEach(async () => {
  folder = await temporaryFolder();
  purges = createPurges();
});

const open = (mostMb = 16) => openDisk(folder, mostMb * MEGABYTE, purges);

const written = async (...entries: Entry[]) => {
  const disk = await open();
  for (const one of entries) disk.write(one);
  await disk.written();
  return disk;
};

const fileOfOne = async () => path.join(folder, (await readdir(folder))[0] ?? '');

it('opens whatever lies in its folder, and takes away what is not its own', async () => {
  await written(entry('/page'));
  const mine = await readdir(folder);
  await writeFile(path.join(folder, 'a'.repeat(32)), '');
  await writeFile(path.join(folder, `${'b'.repeat(32)}.1`), 'half');
  await writeFile(path.join(folder, 'notes.txt'), 'mine');
  await mkdir(path.join(folder, 'c'.repeat(32), 'below'), { recursive: true });
  await symlink('/nowhere', path.join(folder, 'd'.repeat(32)));
  const disk = await open();
  expect(await readdir(folder)).toEqual(mine);
  expect((await disk.read('/page'))?.body.toString()).toBe('All of /page');
});

it.each<[string, (file: string) => Promise<void>]>([
  ['cut short', async (file) => truncate(file, (await readFile(file)).length - 1)],
  ['cut short in what is said about it', (file) => truncate(file, 20)],
  [
    'another one',
    async (file) => {
      const bytes = await readFile(file);
      await writeFile(file, bytes.fill('\0', bytes.length - 3));
    },
  ],
])('does not read what is %s, and takes it away', async (_, damage) => {
  await written(entry('/page'));
  await damage(await fileOfOne());
  const disk = await open();
  expect(await disk.read('/page')).toBeUndefined();
  expect(disk.has('/page')).toBe(false);
  await expect.poll(() => readdir(folder)).toEqual([]);
});

it('leaves nothing behind when it cannot write', async () => {
  const disk = await written(entry('/page'));
  const file = await fileOfOne();
  await rm(file);
  await mkdir(path.join(file, 'in the way'), { recursive: true });
  disk.write(entry('/page'));
  await disk.written();
  expect(await readdir(folder)).toEqual([path.basename(file)]);
  expect(console.error).toHaveBeenCalledOnce();
  vi.mocked(console.error).mockClear();
});

it('writes nothing while the volume is nearly full, and goes on once it is not', async (context) => {
  const volume = await smallVolume(folder, 20, context);
  const disk = await open();
  await volume.fill(0.5);
  disk.write(entry('/a'));
  await disk.written();
  expect([disk.has('/a'), await readdir(folder)]).toEqual([false, ['filling']]);
  await volume.free();
  disk.write(entry('/a'));
  await disk.written();
  expect((await disk.read('/a'))?.body.toString()).toBe('All of /a');
});

const tagged = (key: string, about: Partial<Entry> = {}): Entry => ({
  ...entry(key),
  tags: [`articles:${key}`, `articles:${key}:self`],
  began: purges.now(),
  ...about,
});

const goes = (key: string) =>
  purges.add({ stale: [`articles:${key}`], gone: [`articles:${key}:self`] });

/** All that lies in the folder, as text. */
const contents = async (): Promise<string> => {
  const files = await readdir(folder);
  return (await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))).join();
};

it('has nothing of what is gone in its folder, and all of the rest', async () => {
  const disk = await written(tagged('/one'), tagged('/two'));
  goes('/one');
  disk.sweep();
  await disk.written();
  expect(await contents()).not.toContain('All of /one');
  expect((await disk.read('/two'))?.key).toBe('/two');
});

it('knows after a restart what it has, and takes away what is gone by then', async () => {
  // What is said about a body can be longer than what is read at first.
  const many = Array.from({ length: 500 }, (_, n) => `people:${n}`);
  await written(tagged('/one', { tags: [...many, 'articles:/one:self'] }), tagged('/two'));
  goes('/one');
  const disk = await open();
  disk.sweep();
  await disk.written();
  expect(await readdir(folder)).toHaveLength(1);
  expect((await disk.read('/two'))?.key).toBe('/two');
});

it('leaves nothing of what goes while it is being written', async () => {
  const disk = await open();
  disk.write(tagged('/one'));
  goes('/one');
  disk.sweep();
  await disk.written();
  expect(await readdir(folder)).toEqual([]);
  expect(disk.has('/one')).toBe(false);
});

it('takes away what was changed, once it could not even stand in for a newer one', async () => {
  const disk = await written(
    tagged('/one', { standInS: 100 }),
    tagged('/two', { standInS: 300 }),
    tagged('/font', { standInS: 0, immutable: true }),
    tagged('/unavailable', { standInS: 100 }),
  );
  disk.spare(['/unavailable']);
  purges.allStale();
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
