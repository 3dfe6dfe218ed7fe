import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Whether what was built last was built from the sources with this fingerprint. */
export const isCurrent = async (stamp: string, print: string): Promise<boolean> =>
  (await readFile(stamp, 'utf8').catch(() => '')) === print;

/**
 * Runs a step of the build and remembers what it was made from. While it runs, and after it failed,
 * nothing is remembered: a step that was cut off is done again.
 */
export async function stamped(
  stamp: string,
  print: string,
  build: () => Promise<void>,
): Promise<void> {
  await rm(stamp, { force: true });
  await build();
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, print);
}
