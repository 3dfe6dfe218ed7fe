import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { buildAndRecord, isBuiltFrom } from './fingerprint-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await createTemporaryFolder();
  file = path.join(folder, 'build/made-from');
});

it('records the fingerprint of the last build', async () => {
  expect(await isBuiltFrom(file, 'one')).toBe(false);
  await buildAndRecord(file, 'one', async () => {});
  expect(await isBuiltFrom(file, 'one')).toBe(true);
  expect(await isBuiltFrom(file, 'two')).toBe(false);
});

it('has no fingerprint while a build runs, or after it failed', async () => {
  await buildAndRecord(file, 'one', async () => {});
  const failing = buildAndRecord(file, 'two', async () => {
    expect(await isBuiltFrom(file, 'one')).toBe(false);
    throw new Error('out of disk');
  });
  await expect(failing).rejects.toThrow('out of disk');
  expect(await isBuiltFrom(file, 'one')).toBe(false);
  expect(await isBuiltFrom(file, 'two')).toBe(false);
});
