import { firstPages } from './first-pages.ts';
import { type OwnSite, startSite } from './running-site.ts';

/** A Tuesday morning in New York, with the office open and no change of clocks ahead. */
const MOMENT = new Date('2027-02-09T15:00:00Z');
const CLOCK = new URL('./still-clock.mjs', import.meta.url).href;

/** A site of its own with the demo content alone, on the same day whenever it is started. */
export async function startStillSite(): Promise<OwnSite> {
  const site = await startSite({
    NODE_OPTIONS: `--import ${CLOCK}`,
    CLOCK_AHEAD_MS: String(MOMENT.getTime() - Date.now()),
    RATE_LIMIT_FACTOR: '100',
  });
  await firstPages(site);
  return site;
}
