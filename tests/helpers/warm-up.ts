import { SITE_INDEX_PATH } from '#domain/site-index.ts';
import type { RunningSite } from './running-site.ts';

/** One path of each kind that tests request first. */
const PATHS = [
  '/',
  '/articles/understanding-intensive-outpatient-treatment',
  '/requests/request-call',
  '/api/articles?limit=1',
  SITE_INDEX_PATH,
];

/** Enough for a busy machine. */
const TIMEOUT_MS = 60_000;

/**
 * Waits until a site that has just started serves its pages. The first request of each kind loads modules: on a busy
 * machine that exceeds the site's own timeout, and a test would get the error page.
 * @throws Error if a page does not respond with 200 in time
 */
export async function warmUpSite({ url }: Pick<RunningSite, 'url'>): Promise<void> {
  const until = performance.now() + TIMEOUT_MS;
  for (const path of PATHS) {
    let status = 0;
    while (status !== 200) {
      if (performance.now() > until) throw new Error(`${path} still responds with ${status}.`);
      ({ status } = await fetch(`${url}${path}`));
    }
  }
}
