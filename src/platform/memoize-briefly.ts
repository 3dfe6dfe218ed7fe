/** A value is fresh this long. Older values are still returned while one read in the background replaces them. */
const FRESH_MS = 1_000;
/** A value this old is never returned: callers wait for a new read. */
const MAX_AGE_MS = 2_000;

interface MemoizedRead {
  value: Promise<unknown>;
  readAt: number;
  isRevalidating?: boolean;
}

/**
 * All caches of the process. A global, because pages and the admin are separate bundles, each with its own copy of this
 * module.
 */
const CACHES = Symbol.for('throughcare.memoize-briefly');
const shared = globalThis as { [CACHES]?: Set<Map<string, MemoizedRead>> };
shared[CACHES] ??= new Set();
const caches = shared[CACHES];

/**
 * Memoizes a read by its key for at most two seconds, with stale-while-revalidate after the first. A change by this
 * process shows at once, because `clearMemoized` is called after it; a change by another process shows within two
 * seconds. A read that fails is not memoized.
 * @param now returns the time in milliseconds
 */
export function memoizeBriefly<T>(
  read: (key: string) => Promise<T>,
  now: () => number = Date.now,
): (key: string) => Promise<T> {
  const entries = new Map<string, MemoizedRead>();
  caches.add(entries);
  let sweepAt = 0;

  /** Does nothing if the entry was cleared or replaced meanwhile. */
  const replace = (key: string, old: MemoizedRead, by?: MemoizedRead) => {
    if (entries.get(key) !== old) return;
    if (by) entries.set(key, by);
    else entries.delete(key);
  };

  const startRead = (key: string): MemoizedRead => {
    const entry = { value: read(key), readAt: now() };
    entry.value.catch(() => replace(key, entry));
    return entry;
  };

  const revalidate = (key: string, old: MemoizedRead) => {
    old.isRevalidating = true;
    const next = startRead(key);
    next.value.then(
      () => replace(key, old, next),
      () => replace(key, old),
    );
  };

  return (key) => {
    if (now() >= sweepAt) {
      // Bounds the memory to the keys of the last three seconds, however many are requested.
      for (const [past, { readAt }] of entries)
        if (now() - readAt >= MAX_AGE_MS) entries.delete(past);
      sweepAt = now() + FRESH_MS;
    }
    let entry = entries.get(key);
    if (!entry || now() - entry.readAt >= MAX_AGE_MS) {
      entry = startRead(key);
      entries.set(key, entry);
    }
    if (now() - entry.readAt >= FRESH_MS && !entry.isRevalidating) revalidate(key, entry);
    return entry.value as Promise<T>;
  };
}

/** Clears all memoized reads. Call it after a write to a document that one of them returns. */
export function clearMemoized(): void {
  for (const entries of caches) entries.clear();
}
