import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type StartedSite, startSite } from './running-site.ts';
import { warmUpSite } from './warm-up.ts';

/** A Tuesday morning in New York: the office is open, and daylight saving time does not change soon. */
const START_TIME = new Date('2027-02-09T15:00:00Z');
const CLOCK = new URL('./still-clock.mjs', import.meta.url).href;

/** Starts a site with the demo content alone, whose clock starts at the same time in every run. */
export async function startFixedClockSite(): Promise<StartedSite> {
  // It seeds an empty folder at that time, because its pages show when a document was published.
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-fixed-clock-'));
  const site = await startSite({
    DATA_DIR: folder,
    NODE_OPTIONS: `--import ${CLOCK}`,
    CLOCK_AHEAD_MS: String(START_TIME.getTime() - Date.now()),
    RATE_LIMIT_FACTOR: '100',
  });
  await warmUpSite(site);
  const stop = async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...site, stop };
}
