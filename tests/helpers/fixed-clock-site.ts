import { type StartedSite, startSite } from './running-site.ts';
import { warmUpSite } from './warm-up.ts';

/** A Tuesday morning in New York: the office is open, and daylight saving time does not change soon. */
const START_TIME = new Date('2027-02-09T15:00:00Z');
const CLOCK = new URL('./still-clock.mjs', import.meta.url).href;

/** Starts a site with the demo content alone, whose clock starts at the same time in every run. */
export async function startFixedClockSite(): Promise<StartedSite> {
  const site = await startSite({
    NODE_OPTIONS: `--import ${CLOCK}`,
    CLOCK_AHEAD_MS: String(START_TIME.getTime() - Date.now()),
    RATE_LIMIT_FACTOR: '100',
  });
  await warmUpSite(site);
  return site;
}
