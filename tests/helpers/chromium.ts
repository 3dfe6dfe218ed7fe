import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const HELP =
  'The browser tests need Chromium. Install it (apt-get install chromium, or npx playwright-core install chromium), or set CHROMIUM_PATH to one.';

/**
 * The path of a Chromium: the one named by CHROMIUM_PATH, the system's, Playwright's own, or one that
 * the system's package manager brings, if we may ask it.
 * @throws Error with what to do, if there is none
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error('CHROMIUM_PATH must be the path of a Chromium that can be run.');
  }
  const found = (await onPath()) ?? (await playwrights());
  if (found) return found;
  await install();
  const installed = await onPath();
  if (installed) return installed;
  throw new Error(HELP);
}

async function onPath(): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      if (await isExecutable(file)) return file;
    }
  }
  return undefined;
}

async function playwrights(): Promise<string | undefined> {
  const file = chromium.executablePath();
  return (await isExecutable(file)) ? file : undefined;
}

async function install(): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error(HELP);
  console.log('Installing Chromium with apt-get …');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  } catch (cause) {
    throw new Error(HELP, { cause });
  }
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
