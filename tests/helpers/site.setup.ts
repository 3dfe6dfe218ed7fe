import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { type RunningSite, startSite } from './running-site.ts';
import seedData from './seeded-data.setup.ts';
import { warmUpSite } from './warm-up.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: RunningSite & { chromium: string };
  }
}

/** Starts the site that all browser tests share. */
export default async function startSharedSite(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  const removeSeededData = await seedData();
  const { stop, ...running } = await startSite({
    GALLERY: '1',
    // All tests send from one address, and more than any visitor.
    RATE_LIMIT_FACTOR: '100',
    // Lets a test choose its client address with X-Forwarded-For.
    TRUSTED_PROXIES: '127.0.0.1,::1',
    CORS_ORIGINS: 'https://front.example',
  });
  await warmUpSite(running);
  project.provide('site', { ...running, chromium });
  return async () => {
    await stop();
    await removeSeededData();
  };
}
