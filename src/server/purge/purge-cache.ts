import type { Purge } from '#edge/purges.ts';

/** The tag of every cached response. */
export const ALL_TAG = '*';

const RESPONSE_TIMEOUT_MS = 5_000;

/**
 * Purges tags of a cache: responses with a stale tag are revalidated, and responses with a gone tag are never served
 * again. deploy/README.md lists the calls of other caches.
 * @param cache URL of the cache
 * @throws Error if the cache does not accept the purge within 5 s
 */
export async function purgeCache(cache: string, { stale, gone }: Purge): Promise<void> {
  const response = await fetch(cache, {
    method: 'PURGE',
    headers: {
      ...(gone.length > 0 && { 'Cache-Tag-Gone': gone.join(',') }),
      ...(stale.length > 0 && { 'Cache-Tag': stale.join(',') }),
    },
    signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`It answers ${response.status}.`);
}
