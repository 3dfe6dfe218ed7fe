import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Folders and files of other uses: no change in them asks for a new build. */
export type LeaveOut = (file: string) => boolean;

/**
 * A hash over the names and contents of files, in folders of any depth; the same for the same files,
 * whatever their times. Something that is not there counts as empty.
 * @param names files and folders, relative to `root`
 */
export async function fingerprint(
  root: string,
  names: readonly string[],
  leaveOut: LeaveOut = () => false,
): Promise<string> {
  const files = (await Promise.all(names.map((name) => filesIn(root, name)))).flat();
  const kept = files.filter((file) => !leaveOut(file)).sort();
  const contents = await Promise.all(kept.map((file) => readFile(path.join(root, file))));
  const hash = createHash('sha256');
  kept.forEach((file, index) => {
    hash.update(`${file}\0${contents[index]?.length}\0`).update(contents[index] ?? '');
  });
  return hash.digest('hex');
}

async function filesIn(root: string, name: string): Promise<string[]> {
  const found = await stat(path.join(root, name)).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [name];
  const entries = await readdir(path.join(root, name), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
