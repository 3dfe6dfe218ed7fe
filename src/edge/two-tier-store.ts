import { LRUCache } from 'lru-cache';
import type { CacheEntry } from './cache-entry.ts';
import { CachedResponse } from './cached-response.ts';
import type { DiskStore } from './disk-store.ts';
import type { Purges } from './purges.ts';

/** Cached responses in two tiers: the disk has all of them, memory has those that are requested. */
export interface Store {
  /** Returns the response from memory alone, fresh or stale. */
  peek(key: string): CachedResponse | undefined;
  /** Returns the response from memory, or else from disk, fresh or stale. */
  get(key: string): Promise<CachedResponse | undefined>;
  has(key: string): boolean;
  put(entry: CacheEntry): CachedResponse;
  remove(key: string): void;
  /** Removes what is gone, and from disk also what is too old to be served stale. */
  sweep(): void;
  /** Exempts these keys from eviction on disk, in place of the keys that were pinned before. */
  pin(keys: readonly string[]): void;
  /** Lowers the memory limit for good. */
  shrink(): void;
}

/** Estimated memory of an entry beside its bodies. */
const OVERHEAD_BYTES = 4096;
/** Shortest interval between two touches of an entry's file. */
const TOUCH_INTERVAL_MS = 300_000;
const SHRINK_FACTOR = 0.8;
/** `shrink` goes no lower: this much holds what everybody requests. */
const MIN_MEMORY_BYTES = 8 * 1024 * 1024;

/** @param maxMemoryBytes how much memory cached responses may take */
export function createStore(disk: DiskStore, purges: Purges, maxMemoryBytes: number): Store {
  const memory = new LRUCache<string, CachedResponse>({
    maxSize: maxMemoryBytes,
    sizeCalculation: ({ bytes }) => bytes + OVERHEAD_BYTES,
  });
  let limitBytes = maxMemoryBytes;
  const evict = () => {
    while (memory.calculatedSize > limitBytes && memory.pop());
  };
  const admit = (entry: CacheEntry): CachedResponse => {
    const cached = new CachedResponse(entry, () => {
      if (memory.peek(entry.key) !== cached) return;
      // The cache calculates a size only for a value that it does not have.
      memory.delete(entry.key);
      memory.set(entry.key, cached);
      evict();
    });
    memory.set(entry.key, cached);
    evict();
    return cached;
  };
  const peek = (key: string): CachedResponse | undefined => {
    const cached = memory.get(key);
    if (cached && Date.now() - cached.touchedAt > TOUCH_INTERVAL_MS) {
      cached.touchedAt = Date.now();
      disk.touch(key);
    }
    return cached;
  };
  const remove = (key: string) => {
    memory.delete(key);
    disk.remove(key);
  };
  const unlessGone = (cached: CachedResponse | undefined): CachedResponse | undefined => {
    if (!cached || !purges.isGone(cached.entry)) return cached;
    remove(cached.entry.key);
    return undefined;
  };
  return {
    peek,
    async get(key) {
      const cached = peek(key);
      if (cached) return unlessGone(cached);
      const entry = await disk.read(key);
      // A fetch can have put a newer one into memory while the disk was read.
      return unlessGone(memory.get(key) ?? (entry && admit(entry)));
    },
    has: (key) => memory.has(key) || disk.has(key),
    put(entry) {
      disk.write(entry);
      return admit(entry);
    },
    remove,
    sweep() {
      const gone = [...memory.values()].filter(({ entry }) => purges.isGone(entry));
      for (const { entry } of gone) memory.delete(entry.key);
      disk.sweep();
    },
    pin: disk.pin,
    shrink() {
      limitBytes = Math.max(limitBytes * SHRINK_FACTOR, Math.min(maxMemoryBytes, MIN_MEMORY_BYTES));
      evict();
    },
  };
}
