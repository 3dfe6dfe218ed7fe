import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { smallVolume } from '#tests/helpers/small-volume.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { openDisk } from './disk.ts';
import { type Entry, etagOf } from './entry.ts';

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

beforeEach(async () => {
  folder = await temporaryFolder();
});

const open = (mostMb = 16) => openDisk(folder, mostMb * MEGABYTE);

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
