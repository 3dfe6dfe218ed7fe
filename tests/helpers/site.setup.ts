import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { command } from './command.ts';
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
  const { url, password, dataDir, output, stop } = await startSite({ GALLERY: '1' });
  project.provide('site', { url, password, dataDir, output, chromium });
  return stop;
}
