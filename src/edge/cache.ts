import { setTimeout as pause } from 'node:timers/promises';
import { withTimeout } from '#platform/http/timeout.ts';
import {
  type CacheEntry,
  createCacheEntry,
  mustRevalidate,
  type OriginResponse,
} from './cache-entry.ts';
import { CachedResponse } from './cached-response.ts';
import type { ChangeStream } from './change-stream.ts';
import type { Origin } from './origin.ts';
import type { Purges } from './purges.ts';
import { findSubresources } from './subresources.ts';
import type { Store } from './two-tier-store.ts';

/** Longest wait for the origin if the cached response is most likely unchanged. */
const UNVALIDATED_WAIT_MS = 1_500;
/** Longest wait if the cached response was purged: the site reports its own failure within five seconds. */
const PURGED_WAIT_MS = 5_000;
/** After a failure of the origin, responses that are most likely unchanged are served without asking it. */
const FAILURE_PAUSE_MS = 1_000;
/** Longest wait after a start for the change stream, which knows what was unpublished while the edge was down. */
const CATCH_UP_WAIT_MS = 5_000;
/** Prefetches are in no hurry: a page can be served before its subresources are cached. */
const MAX_PREFETCHES = 2;

/**
 * How the cache handled a request, in terms of RFC 9211. `fwd=stale` is a response fetched because the cached
 * one was stale; `stale-if-error` is a stale response served because the origin failed (RFC 5861).
 */
export type CacheStatus = 'hit' | 'fwd=miss' | 'fwd=stale' | 'stale-if-error';

/** A cached response, or one of the origin that may not be stored. */
export type CacheResult =
  | { cached: CachedResponse; status: CacheStatus }
  | { uncacheable: OriginResponse; requestedAt: number };

/** A shared cache. Its keys are normalized paths with the query parameters that matter. */
export interface Cache {
  /** Returns a fresh response from memory; undefined if there is none, which `get` may change. */
  peekFresh(key: string): CachedResponse | undefined;
  /**
   * Returns the cached response if it is fresh, else the origin's, else the cached one as a stale response.
   * @throws Error if the origin does not respond and nothing may be served stale
   */
  get(key: string): Promise<CacheResult>;
  /** Returns the cached response without asking the origin, fresh or stale. */
  getStored(key: string): Promise<CachedResponse | undefined>;
  /** Returns the cached response if it is immutable: it stays valid after its route has disappeared. */
  getImmutable(key: string): Promise<CachedResponse | undefined>;
  isFresh(entry: CacheEntry): boolean;
  /** Fetches these in the background, unless they are cached and fresh. */
  prefetch(keys: readonly string[]): void;
  /** Exempts these from eviction on disk, in place of the keys that were pinned before. */
  pin(keys: readonly string[]): void;
}

interface Dependencies {
  origin: Origin;
  store: Store;
  purges: Purges;
  changes: Pick<ChangeStream, 'isCurrent' | 'caughtUp'>;
}

export function createCache({ origin, store, purges, changes }: Dependencies): Cache {
  const fetches = new Map<string, Promise<CacheResult>>();
  const caughtUp = Promise.race([
    changes.caughtUp,
    pause(CATCH_UP_WAIT_MS, undefined, { ref: false }),
  ]);
  const prefetchQueue: string[] = [];
  let prefetches = 0;
  let originFailedAt = 0;

  /** The change stream reports every change; while it is silent, the freshness lifetime counts instead. */
  const isWithinLifetime = (entry: CacheEntry): boolean =>
    entry.immutable ||
    changes.isCurrent() ||
    Date.now() - entry.validatedAt < (entry.freshnessLifetimeS - (entry.initialAgeS ?? 0)) * 1000;

  const isFresh = (entry: CacheEntry): boolean =>
    purges.staleSince(entry) === undefined && isWithinLifetime(entry);

  const runPrefetches = async (): Promise<void> => {
    prefetches += 1;
    for (let key = prefetchQueue.shift(); key !== undefined; key = prefetchQueue.shift()) {
      const cached = await store.get(key);
      if (!cached || !isFresh(cached.entry)) await fetchCoalesced(key).catch(() => {});
    }
    prefetches -= 1;
  };

  const prefetch = (keys: readonly string[]): void => {
    prefetchQueue.push(...keys);
    for (
      let running = prefetches;
      running < Math.min(MAX_PREFETCHES, prefetchQueue.length);
      running += 1
    )
      runPrefetches();
  };

  const fetchFromOrigin = async (key: string): Promise<CacheResult> => {
    const status = store.has(key) ? 'fwd=stale' : 'fwd=miss';
    const requestedAt = purges.now();
    const response = await origin.fetch(key);
    if (response.status >= 500) return { uncacheable: response, requestedAt };
    const entry = createCacheEntry(key, requestedAt, response);
    if (!entry) {
      store.remove(key);
      return { uncacheable: response, requestedAt };
    }
    // A purge during the fetch: only those who requested it before the purge may get it, so it is not stored.
    if (purges.staleSince(entry) !== undefined)
      return { cached: new CachedResponse(entry), status };
    const cached = store.put(entry);
    prefetch(findSubresources(entry));
    return { cached, status };
  };

  /** Concurrent requests for a key share one fetch. */
  const fetchCoalesced = (key: string): Promise<CacheResult> => {
    const pending =
      fetches.get(key) ??
      fetchFromOrigin(key).finally(() => {
        fetches.delete(key);
      });
    fetches.set(key, pending);
    return pending;
  };

  /** A request that arrives after a change must not share a fetch that began before it. */
  const fetchFor = async (key: string, arrivedAt: number): Promise<CacheResult> => {
    const result = await fetchCoalesced(key);
    const isTooOld =
      'cached' in result
        ? result.cached.entry.requestedAt < arrivedAt &&
          purges.staleSince(result.cached.entry) !== undefined
        : result.requestedAt < arrivedAt;
    return isTooOld ? fetchCoalesced(key) : result;
  };

  /** @returns undefined if the origin fails or is too slow */
  const refetch = async (
    key: string,
    arrivedAt: number,
    waitMs: number,
  ): Promise<CacheResult | undefined> => {
    const result = await withTimeout(waitMs, fetchFor(key, arrivedAt)).catch(() => undefined);
    if (result && ('cached' in result || result.uncacheable.status < 500)) return result;
    originFailedAt = Date.now();
    return undefined;
  };

  return {
    isFresh,
    prefetch,
    pin: store.pin,
    getStored: store.get,
    peekFresh(key) {
      const cached = store.peek(key);
      return cached?.isUnpurged(purges) && isWithinLifetime(cached.entry) ? cached : undefined;
    },
    async get(key) {
      const arrivedAt = purges.now();
      const cached = await store.get(key);
      if (!cached || !purges.mayServeStale(cached.entry)) return fetchFor(key, arrivedAt);
      if (isFresh(cached.entry)) return { cached, status: 'hit' };
      if (mustRevalidate(cached.entry)) return fetchFor(key, arrivedAt);
      const isPurged = purges.staleSince(cached.entry) !== undefined;
      // A purged response is served only if the origin fails this very request.
      const mayAskOrigin = isPurged || Date.now() - originFailedAt >= FAILURE_PAUSE_MS;
      const result = mayAskOrigin
        ? await refetch(key, arrivedAt, isPurged ? PURGED_WAIT_MS : UNVALIDATED_WAIT_MS)
        : undefined;
      if (result) return result;
      await caughtUp;
      const stale = await store.get(key);
      return stale ? { cached: stale, status: 'stale-if-error' } : fetchCoalesced(key);
    },
    async getImmutable(key) {
      const cached = store.has(key) ? await store.get(key) : undefined;
      return cached?.entry.immutable ? cached : undefined;
    },
  };
}
