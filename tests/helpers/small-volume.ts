import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { onTestFinished, type TestContext } from 'vitest';

const run = promisify(execFile);

const REFILL_MS = 20;
const CHUNK = Buffer.alloc(1024 * 1024);

export interface SmallVolume {
  /** Fills the volume, but for this many MiB. */
  fill(leaveMib?: number): Promise<void>;
  /** Fills the volume again whenever others free space, until `free` is called. */
  keepFull(): void;
  /** Frees the space that was filled. */
  free(): Promise<void>;
}

/**
 * Mounts a small volume over a folder until the test has finished. This takes root, and not every container allows it;
 * elsewhere the test is skipped.
 */
export async function mountSmallVolume(
  folder: string,
  sizeMib: number,
  { skip }: Pick<TestContext, 'skip'>,
): Promise<SmallVolume> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m`, 'tmpfs', folder]);
  } catch {
    skip('A small volume cannot be mounted here; that takes root.');
  }
  // Lazily, because a process may still have a file on it open.
  onTestFinished(async () => void (await run('umount', ['--lazy', folder])));
  const file = path.join(folder, 'filling');
  const fill = async (leaveMib = 0): Promise<void> => {
    const filling = await open(file, 'a');
    try {
      while ((await filling.write(CHUNK)).bytesWritten === CHUNK.length);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
    const { size } = await filling.stat();
    await filling.truncate(Math.max(0, size - leaveMib * CHUNK.length));
    await filling.close();
  };
  let isKeptFull = false;
  let refilling: Promise<void> | undefined;
  return {
    fill,
    keepFull() {
      isKeptFull = true;
      refilling = (async () => {
        for (; isKeptFull; await pause(REFILL_MS)) await fill();
      })();
    },
    async free() {
      isKeptFull = false;
      await refilling;
      await rm(file, { force: true });
    },
  };
}
