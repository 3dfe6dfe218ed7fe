import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A route of the site: its file, and the paths that it handles. */
export interface Route {
  file: string;
  /** Like `/articles/[slug]`. */
  pattern: string;
  matches: RegExp;
}

const PAGES = 'src/pages';
const APP = 'src/app';

/** Lists the routes that Next creates from the files in `src/pages` and `src/app`. */
export async function listRoutes(): Promise<Route[]> {
  const pages = (await filesIn(PAGES)).filter((file) => !file.split('/').some(isSpecialFile));
  const app = (await filesIn(APP)).filter((file) => /(?:^|\/)(?:page|route)\.tsx?$/.test(file));
  return [
    ...pages.map((file) =>
      createRoute(`${PAGES}/${file}`, file.replace(/(?:\/?index)?\.tsx?$/, '')),
    ),
    ...app.map((file) =>
      createRoute(`${APP}/${file}`, file.replace(/\/?(?:page|route)\.tsx?$/, '')),
    ),
  ];
}

const isSpecialFile = (segment: string) => segment.startsWith('_');

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));

function createRoute(file: string, name: string): Route {
  const segments = name.split('/').filter((segment) => segment && !/^\(.*\)$/.test(segment));
  const source = segments.map(
    (segment) =>
      (/^\[\[\.\.\./.test(segment) && '(?:/.+)?') ||
      (/^\[\.\.\./.test(segment) && '/.+') ||
      (/^\[/.test(segment) && '/[^/]+') ||
      `/${segment.replaceAll('.', '\\.')}`,
  );
  const matches = new RegExp(`^${source.join('') || '/'}$`);
  return { file, pattern: `/${segments.join('/')}`, matches };
}
