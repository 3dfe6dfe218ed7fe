import { SITE_INDEX_PATH } from '#domain/site-index.ts';
import type { RunningSite } from './running-site.ts';

/** One of each sort that tests ask for as they begin. */
const FIRST = [
  '/',
  '/articles/understanding-intensive-outpatient-treatment',
  '/requests/request-call',
  '/api/articles?limit=1',
  SITE_INDEX_PATH,
];

/** Longer than a machine takes that is busy with other things. */
const PATIENCE_MS = 60_000;

/**
 * Waits until a site that has just started shows its pages. The first of each sort loads its modules: on a
 * busy machine that takes longer than the site lets a visitor wait, and a test would get the page that says so.
 * @throws Error if one is not there in the end
 */
export async function firstPages({ url }: Pick<RunningSite, 'url'>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (const path of FIRST) {
    let status = 0;
    while (status !== 200) {
      if (performance.now() > until) throw new Error(`${path} answers with ${status}.`);
      ({ status } = await fetch(`${url}${path}`));
    }
  }
}
