import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** The headless shell first: it renders the same pages with half the processor time. */
const PROGRAM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const HELP =
  'The browser tests need Chromium. Install it (apt-get install chromium, or npx playwright-core install chromium), or set CHROMIUM_PATH to one.';

/**
 * Returns the path of a Chromium: CHROMIUM_PATH, else one on PATH, else Playwright's.
 * @throws Error that says how to install one
 */
export async function findChromium(): Promise<string> {
  const configured = process.env.CHROMIUM_PATH;
  if (configured) {
    if (await isExecutable(configured)) return configured;
    throw new Error('CHROMIUM_PATH is not an executable file. Set it to the path of a Chromium.');
  }
  const existing = (await findOnPath()) ?? (await findPlaywrightChromium());
  if (existing) return existing;
  throw new Error(HELP);
}

async function findOnPath(): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of PROGRAM_NAMES) {
      const file = path.join(folder, name);
      if (await isExecutable(file)) return file;
    }
  }
  return undefined;
}

async function findPlaywrightChromium(): Promise<string | undefined> {
  const file = chromium.executablePath();
  return (await isExecutable(file)) ? file : undefined;
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
