import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface How {
  /** Its name until it is whole. */
  draft: string;
  mode?: number;
}

/** Writes a file: whole, or not at all, whatever ends the process or the machine meanwhile. */
export async function writeWhole(
  file: string,
  content: string | Buffer,
  { draft, mode }: How,
): Promise<void> {
  try {
    // Without a flush, a power cut can leave the name with nothing behind it.
    await writeFile(draft, content, { flush: true, mode });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Writes a file that only its owner can read: whole, or not at all. */
export async function writePrivately(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeWhole(file, content, { draft: `${file}.${process.pid}`, mode: 0o600 });
}
