import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { startSite } from './running-site.ts';
import { warmUpSite } from './warm-up.ts';

/** A Tuesday morning in New York: the office is open, and daylight saving time does not change soon. */
const START_TIME = new Date('2027-02-09T15:00:00Z');
const CLOCK = new URL('./still-clock.mjs', import.meta.url).href;

/**
 * Starts the site that all page tests share: with the demo content alone, and with a clock that starts at the same
 * time in every run, so that its pages always look alike.
 */
export default async function startFixedClockSite(
  project: TestProject,
): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  // It seeds an empty folder at that time, because its pages show when a document was published.
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-fixed-clock-'));
  const { stop, ...running } = await startSite({
    DATA_DIR: folder,
    NODE_OPTIONS: `--import ${CLOCK}`,
    CLOCK_AHEAD_MS: String(START_TIME.getTime() - Date.now()),
    GALLERY: '1',
    // All tests send from one address, and more than any visitor.
    RATE_LIMIT_FACTOR: '100',
  });
  await warmUpSite(running);
  project.provide('site', { ...running, chromium });
  return async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
}
