import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folders whose files are served as they are, and the paths that these are asked for by. */
const FOLDERS = [
  { folder: 'public', under: '' },
  { folder: '.next/static', under: '/_next/static' },
];

let found: Promise<string[]> | undefined;

/** Paths of all files that the build has made or taken along; a running process meets no other build. */
export const builtFiles = (): Promise<string[]> => {
  found ??= Promise.all(FOLDERS.map(filesIn)).then((files) => files.flat().sort());
  return found;
};

async function filesIn({ folder, under }: (typeof FOLDERS)[number]): Promise<string[]> {
  const root = path.resolve(folder);
  // In development there is no build.
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
    .map((file) => `${under}/${file.split(path.sep).map(encodeURIComponent).join('/')}`);
}
