import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The browser scripts of the site. Each is a separate file, loaded only where it is needed. */
export type ScriptName = 'site' | 'preview' | 'proof-worker';

const PRODUCTION = process.env.NODE_ENV === 'production';

let manifest: Record<ScriptName, string> | undefined;

/**
 * Returns the path of a browser script, like `/assets/site-K3VT9A2B.js`. The name changes with the content.
 * @throws Error if the scripts have not been built
 */
export function scriptPath(name: ScriptName): string {
  if (!PRODUCTION) manifest = undefined;
  manifest ??= JSON.parse(readFileSync(path.resolve('public/assets/manifest.json'), 'utf8'));
  const file = manifest?.[name];
  if (!file) throw new Error(`The script ${name} has not been built.`);
  return file;
}

/**
 * Returns a function that lists files of Next's build by a pattern of their names. The list is read once: the build
 * does not change while the process runs.
 */
const builtFilesLister = (folder: string, pattern: RegExp) => {
  let paths: string[] | undefined;
  return (): string[] => {
    paths ??= readdirSync(path.resolve('.next/static', folder))
      .filter((name) => pattern.test(name))
      .map((name) => `/_next/static/${folder}/${name}`);
    return paths;
  };
};

/** Returns the path of the site's only stylesheet. */
export const stylePaths = builtFilesLister('chunks', /^site-[0-9a-f]{16}\.css$/);

/**
 * Returns the paths of the site's fonts as the stylesheet names them, for preloading: without it, a browser learns of
 * the fonts only after the stylesheet.
 */
export const fontPaths = builtFilesLister('media', /^(sans|serif)\..*\.woff2$/);
