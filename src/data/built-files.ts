import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folders of static files, and the prefixes of their URL paths. */
const FOLDERS = [
  { folder: 'public', urlPrefix: '' },
  { folder: '.next/static', urlPrefix: '/_next/static' },
];

/** Memoized: the files do not change while the process runs. */
let builtFiles: Promise<string[]> | undefined;

/** Lists the URL paths of all static files of the build, sorted. */
export const listBuiltFiles = (): Promise<string[]> => {
  builtFiles ??= Promise.all(FOLDERS.map(listFolder)).then((files) => files.flat().sort());
  return builtFiles;
};

async function listFolder({ folder, urlPrefix }: (typeof FOLDERS)[number]): Promise<string[]> {
  const root = path.resolve(folder);
  // The folder is missing in development.
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
    .map((file) => `${urlPrefix}/${file.split(path.sep).map(encodeURIComponent).join('/')}`);
}
