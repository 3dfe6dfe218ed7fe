import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface WriteOptions {
  /** Path of the file until it is complete; on the same disk. */
  temporaryFile: string;
  mode?: number;
}

/** Writes a file completely or not at all, even if the process is killed or the power fails meanwhile. */
export async function writeAtomically(
  file: string,
  content: string | Buffer,
  { temporaryFile, mode }: WriteOptions,
): Promise<void> {
  try {
    // Without a flush, a power cut after the rename can leave an empty file.
    await writeFile(temporaryFile, content, { flush: true, mode });
    await rename(temporaryFile, file);
  } catch (error) {
    await rm(temporaryFile, { force: true });
    throw error;
  }
}

/** Writes a file atomically that only its owner can read. Creates its folder if necessary. */
export async function writePrivateFile(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomically(file, content, { temporaryFile: `${file}.${process.pid}`, mode: 0o600 });
}
