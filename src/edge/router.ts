import { setTimeout as pause } from 'node:timers/promises';
import { SITE_INDEX_PATH } from '#domain/site-index.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import type { Cache } from './cache.ts';
import type { CacheEntry } from './cache-entry.ts';
import type { RequestTarget } from './request-target.ts';
import { parseRouteIndex, type Route, type RouteIndex } from './route-index.ts';

/** Longest wait for a new site index: every response is due within five seconds. */
const REFRESH_WAIT_MS = 2_500;

/** `unknown`: the path is missing from a stale route index, and may exist by now. */
export type ResolvedRoute = Route | { kind: 'unknown' };

/** Looks up routes in the latest route index, and refreshes it when it is stale. */
export interface Router {
  /** Returns what is certain at once; undefined if that takes a refresh. */
  findRoute(target: RequestTarget): Route | undefined;
  /** Refreshes a stale index before it returns `missing`. */
  resolveRoute(target: RequestTarget): Promise<ResolvedRoute>;
  /** Returns the latest index, fresh or stale; undefined if there never was one. */
  latestIndex(): RouteIndex | undefined;
  /** Refreshes a stale index, and prefetches the fallback pages. */
  prefetch(): Promise<void>;
}

/** Creates a router that starts with the cached site index, if there is one. */
export async function createRouter(cache: Cache): Promise<Router> {
  let latest: { entry: CacheEntry; index: RouteIndex } | undefined;

  const isFresh = (): boolean => latest !== undefined && cache.isFresh(latest.entry);

  const refresh = async (): Promise<void> => {
    const result = await cache.get(SITE_INDEX_PATH).catch(() => undefined);
    if (result && 'cached' in result) updateIndex(result.cached.entry);
  };

  const updateIndex = (entry: CacheEntry): void => {
    if (entry === latest?.entry || entry.status !== 200) return;
    try {
      latest = { entry, index: parseRouteIndex(entry.body.toString()) };
      cache.pin([SITE_INDEX_PATH, ...Object.values(latest.index.fallbackPaths)]);
    } catch (error) {
      logFailure('edge-route-index-failed', error);
    }
  };

  const stored = await cache.getStored(SITE_INDEX_PATH);
  if (stored) updateIndex(stored.entry);

  return {
    latestIndex: () => latest?.index,
    async prefetch() {
      if (!isFresh()) await refresh();
      cache.prefetch(Object.values(latest?.index.fallbackPaths ?? {}));
    },
    findRoute(target) {
      const route = latest?.index.findRoute(target);
      if (route?.kind === 'missing' && !isFresh()) return undefined;
      return route;
    },
    async resolveRoute(target) {
      const refreshing = isFresh() ? undefined : refresh();
      // Without any index, the origin decides about every path.
      if (!latest) return { kind: 'proxied' };
      // Never answer 404 from a stale route index.
      if (refreshing)
        await Promise.race([refreshing, pause(REFRESH_WAIT_MS, undefined, { ref: false })]);
      const route = latest.index.findRoute(target);
      return route.kind === 'missing' && !isFresh() ? { kind: 'unknown' } : route;
    },
  };
}
