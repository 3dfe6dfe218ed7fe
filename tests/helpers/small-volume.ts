import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { onTestFinished, type TestContext } from 'vitest';

const run = promisify(execFile);

const AGAIN_MS = 20;
const CHUNK = Buffer.alloc(1024 * 1024);

export interface SmallVolume {
  /** Takes all that is left on it, or all but so many MiB. */
  fill(leaveMib?: number): Promise<void>;
  /** Takes what others give back as well, until it is freed. */
  keepFull(): void;
  /** Gives all of that back. */
  free(): Promise<void>;
}

/**
 * Puts a small volume of its own over a folder until the test has finished. Only root can, and not in every
 * container: elsewhere, the test is skipped and says so.
 */
export async function smallVolume(
  folder: string,
  sizeMib: number,
  { skip }: Pick<TestContext, 'skip'>,
): Promise<SmallVolume> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m`, 'tmpfs', folder]);
  } catch {
    skip('A small volume cannot be mounted here; that takes root.');
  }
  // Something may still have a file of it open.
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
  let keeping: Promise<void> | undefined;
  return {
    fill,
    keepFull() {
      isKeptFull = true;
      keeping = (async () => {
        for (; isKeptFull; await pause(AGAIN_MS)) await fill();
      })();
    },
    async free() {
      isKeptFull = false;
      await keeping;
      await rm(file, { force: true });
    },
  };
}
