import { expect } from 'vitest';
import type { RunningSite } from './running-site.ts';

/** Includes the time for a restarted database to recover from its journal. */
const TIMEOUT_MS = 60_000;

/**
 * Fetches a page until the response comes from the edge's cache. If the page was purged while it was rendered, the
 * edge does not cache that response.
 */
export async function fetchUntilCached(
  { url }: Pick<RunningSite, 'url'>,
  path: string,
): Promise<string> {
  let text = '';
  const fetchCacheStatus = async () => {
    const response = await fetch(`${url}${path}`);
    text = await response.text();
    return response.headers.get('cache-status');
  };
  await expect.poll(fetchCacheStatus, { timeout: TIMEOUT_MS }).toBe('throughcare; hit');
  return text;
}
