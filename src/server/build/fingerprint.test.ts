import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { fingerprint } from './fingerprint.ts';

let root: string;
const write = (file: string, content: string) => writeFile(path.join(root, file), content);
const hash = () => fingerprint(root, ['src', 'package.json', 'absent'], (f) => /\.test\./.test(f));

beforeEach(async () => {
  root = await createTemporaryFolder();
  await mkdir(path.join(root, 'src/deep'), { recursive: true });
  await write('src/a.ts', 'a');
  await write('src/deep/b.ts', 'b');
  await write('package.json', '{}');
});

it('stays the same while the files do, even if their times change', async () => {
  const before = await hash();
  await utimes(path.join(root, 'src/a.ts'), 1, 1);
  await write('src/a.test.ts', 'left out');
  await write('elsewhere.ts', 'not a source');
  expect(await hash()).toBe(before);
});

it.each<[what: string, change: () => Promise<unknown>]>([
  ['a changed file', () => write('src/deep/b.ts', 'c')],
  ['a new file', () => write('src/deep/c.ts', '')],
  ['a file that is gone', () => rm(path.join(root, 'src/a.ts'))],
  ['a new name', () => rename(path.join(root, 'src/a.ts'), path.join(root, 'src/c.ts'))],
  [
    'text that moved to the next file',
    () => write('src/a.ts', 'ab').then(() => write('src/deep/b.ts', '')),
  ],
  ['a changed file at the root', () => write('package.json', '{ }')],
])('changes with %s', async (_what, change) => {
  const before = await hash();
  await change();
  expect(await hash()).not.toBe(before);
});
