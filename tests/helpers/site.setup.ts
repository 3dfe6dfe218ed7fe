import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { command } from './command.ts';
import { firstPages } from './first-pages.ts';
import { type RunningSite, startSite } from './running-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: RunningSite & { chromium: string };
  }
}

/** Starts the site that all browser tests share. */
export default async function site(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  if (!(await command('node', 'src/server/build/build.ts'))) throw new Error('No build, no site.');
  const { stop, ...running } = await startSite({
    GALLERY: '1',
    // All tests come from one address, and send more than anybody would.
    RATE_LIMIT_FACTOR: '100',
    // A test can have an address of its own.
    TRUSTED_PROXIES: '127.0.0.1,::1',
    CORS_ORIGINS: 'https://front.example',
  });
  await firstPages(running);
  project.provide('site', { ...running, chromium });
  return stop;
}
