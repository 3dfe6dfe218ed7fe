import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The browser scripts of the site; each is a file of its own, loaded only where it is needed. */
export type ScriptName = 'site' | 'preview' | 'proof-worker';

const PRODUCTION = process.env.NODE_ENV === 'production';

let built: Record<ScriptName, string> | undefined;

/**
 * The path of a browser script, like `/assets/site-K3VT9A2B.js`; its name changes with its content.
 * @throws Error if the scripts have not been built
 */
export function scriptPath(name: ScriptName): string {
  if (!PRODUCTION) built = undefined;
  built ??= JSON.parse(readFileSync(path.resolve('public/assets/manifest.json'), 'utf8'));
  const found = built?.[name];
  if (!found) throw new Error(`The script ${name} has not been built.`);
  return found;
}

/** Files that the framework's build has made, by a pattern of their names; they do not change while we run. */
const builtOnce = (folder: string, pattern: RegExp) => {
  let found: string[] | undefined;
  return (): string[] => {
    found ??= readdirSync(path.resolve('.next/static', folder))
      .filter((name) => pattern.test(name))
      .map((name) => `/_next/static/${folder}/${name}`);
    return found;
  };
};

/** The path of the one stylesheet of the site. */
export const stylePaths = builtOnce('chunks', /^site-[0-9a-f]{16}\.css$/);

/**
 * The paths of the site's fonts, as its stylesheet names them: a browser that is told of them with the page
 * need not wait for the stylesheet.
 */
export const fontPaths = builtOnce('media', /^(sans|serif)\..*\.woff2$/);
