import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A route of the site: the file that answers, and the paths that it answers. */
export interface Route {
  file: string;
  /** Like `/articles/[slug]`. */
  pattern: string;
  matches: RegExp;
}

const PAGES = 'src/pages';
const APP = 'src/app';

/** Every route that the framework makes of our files. */
export async function allRoutes(): Promise<Route[]> {
  const pages = (await filesIn(PAGES)).filter((file) => !file.split('/').some(isOfTheFramework));
  const app = (await filesIn(APP)).filter((file) => /(?:^|\/)(?:page|route)\.tsx?$/.test(file));
  return [
    ...pages.map((file) => route(`${PAGES}/${file}`, file.replace(/(?:\/?index)?\.tsx?$/, ''))),
    ...app.map((file) => route(`${APP}/${file}`, file.replace(/\/?(?:page|route)\.tsx?$/, ''))),
  ];
}

const isOfTheFramework = (piece: string) => piece.startsWith('_');

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));

function route(file: string, name: string): Route {
  const pieces = name.split('/').filter((piece) => piece && !/^\(.*\)$/.test(piece));
  const source = pieces.map(
    (piece) =>
      (/^\[\[\.\.\./.test(piece) && '(?:/.+)?') ||
      (/^\[\.\.\./.test(piece) && '/.+') ||
      (/^\[/.test(piece) && '/[^/]+') ||
      `/${piece.replaceAll('.', '\\.')}`,
  );
  const matches = new RegExp(`^${source.join('') || '/'}$`);
  return { file, pattern: `/${pieces.join('/')}`, matches };
}
