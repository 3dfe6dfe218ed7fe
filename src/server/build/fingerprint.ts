import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** True for a file that is left out of the fingerprint. */
export type FileFilter = (file: string) => boolean;

/**
 * Returns a SHA-256 hash over the names and contents of files, at any depth. File times do not count, and a missing
 * file or folder counts as empty.
 * @param names files and folders, relative to `root`
 */
export async function fingerprint(
  root: string,
  names: readonly string[],
  isExcluded: FileFilter = () => false,
): Promise<string> {
  const files = (await Promise.all(names.map((name) => filesIn(root, name)))).flat();
  const included = files.filter((file) => !isExcluded(file)).sort();
  const contents = await Promise.all(included.map((file) => readFile(path.join(root, file))));
  const hash = createHash('sha256');
  included.forEach((file, index) => {
    hash.update(`${file}\0${contents[index]?.length}\0`).update(contents[index] ?? '');
  });
  return hash.digest('hex');
}

async function filesIn(root: string, name: string): Promise<string[]> {
  const stats = await stat(path.join(root, name)).catch(() => undefined);
  if (!stats) return [];
  if (stats.isFile()) return [name];
  const entries = await readdir(path.join(root, name), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
