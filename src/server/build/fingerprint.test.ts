import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { fingerprint } from './fingerprint.ts';

let root: string;
const put = (file: string, content: string) => writeFile(path.join(root, file), content);
const print = () => fingerprint(root, ['src', 'package.json', 'absent'], (f) => /\.test\./.test(f));

beforeEach(async () => {
  root = await temporaryFolder();
  await mkdir(path.join(root, 'src/deep'), { recursive: true });
  await put('src/a.ts', 'a');
  await put('src/deep/b.ts', 'b');
  await put('package.json', '{}');
});

it('stays the same while the files do, whatever their times', async () => {
  const before = await print();
  await utimes(path.join(root, 'src/a.ts'), 1, 1);
  await put('src/a.test.ts', 'left out');
  await put('elsewhere.ts', 'not a source');
  expect(await print()).toBe(before);
});

it.each<[what: string, change: () => Promise<unknown>]>([
  ['a changed file', () => put('src/deep/b.ts', 'c')],
  ['a new file', () => put('src/deep/c.ts', '')],
  ['a file that is gone', () => rm(path.join(root, 'src/a.ts'))],
  ['a new name', () => rename(path.join(root, 'src/a.ts'), path.join(root, 'src/c.ts'))],
  [
    'text that moved to the next file',
    () => put('src/a.ts', 'ab').then(() => put('src/deep/b.ts', '')),
  ],
  ['a changed file at the root', () => put('package.json', '{ }')],
])('changes with %s', async (_what, change) => {
  const before = await print();
  await change();
  expect(await print()).not.toBe(before);
});
