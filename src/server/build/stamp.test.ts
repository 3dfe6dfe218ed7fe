import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { isCurrent, stamped } from './stamp.ts';

let folder: string;
let stamp: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  stamp = path.join(folder, 'build/made-from');
});

it('remembers what was built last', async () => {
  expect(await isCurrent(stamp, 'one')).toBe(false);
  await stamped(stamp, 'one', async () => {});
  expect(await isCurrent(stamp, 'one')).toBe(true);
  expect(await isCurrent(stamp, 'two')).toBe(false);
});

it('remembers nothing while a build runs, and nothing after it failed', async () => {
  await stamped(stamp, 'one', async () => {});
  const failing = stamped(stamp, 'two', async () => {
    expect(await isCurrent(stamp, 'one')).toBe(false);
    throw new Error('out of disk');
  });
  await expect(failing).rejects.toThrow('out of disk');
  expect(await isCurrent(stamp, 'one')).toBe(false);
  expect(await isCurrent(stamp, 'two')).toBe(false);
});
