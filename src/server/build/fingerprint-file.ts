import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** True if the file says that the last build was made from sources with this fingerprint. */
export const isBuiltFrom = async (file: string, fingerprint: string): Promise<boolean> =>
  (await readFile(file, 'utf8').catch(() => '')) === fingerprint;

/**
 * Runs a build and writes the fingerprint of its sources to the file. The file is missing while the build runs and
 * after it failed, so an interrupted build runs again.
 */
export async function buildAndRecord(
  file: string,
  fingerprint: string,
  build: () => Promise<void>,
): Promise<void> {
  await rm(file, { force: true });
  await build();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, fingerprint);
}
