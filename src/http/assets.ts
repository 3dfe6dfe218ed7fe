import { readFileSync } from 'node:fs';
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
