/** After so long, what was kept is read anew beside the answer that it still gives. */
const FRESH_MS = 1_000;
/** After so long it gives no answer any more: who asks waits until it is read. */
const KEPT_MS = 2_000;

interface Kept {
  value: Promise<unknown>;
  readAt: number;
  renewing?: boolean;
}

/** All that is kept. One set for the process: pages and the admin are bundled apart, with modules of their own. */
const KEPT = Symbol.for('throughcare.kept-briefly');
const shared = globalThis as { [KEPT]?: Set<Map<string, Kept>> };
shared[KEPT] ??= new Set();
const kept = shared[KEPT];

/**
 * Keeps for two seconds at most what a read found under a key. What this process changes is read anew at
 * once, by the hook below; what another one changes, within that time. A read that fails is not kept.
 * @param now the moment in milliseconds
 */
export function keptBriefly<T>(
  read: (key: string) => Promise<T>,
  now: () => number = Date.now,
): (key: string) => Promise<T> {
  const found = new Map<string, Kept>();
  kept.add(found);
  let sweepAt = 0;

  /** What was forgotten meanwhile stays forgotten. */
  const replace = (key: string, old: Kept, by?: Kept) => {
    if (found.get(key) !== old) return;
    if (by) found.set(key, by);
    else found.delete(key);
  };

  const begin = (key: string): Kept => {
    const entry = { value: read(key), readAt: now() };
    entry.value.catch(() => replace(key, entry));
    return entry;
  };

  const renew = (key: string, old: Kept) => {
    old.renewing = true;
    const next = begin(key);
    next.value.then(
      () => replace(key, old, next),
      () => replace(key, old),
    );
  };

  return (key) => {
    if (now() >= sweepAt) {
      // However many keys are asked for, those of two seconds are all that are kept.
      for (const [past, { readAt }] of found) if (now() - readAt >= KEPT_MS) found.delete(past);
      sweepAt = now() + FRESH_MS;
    }
    let entry = found.get(key);
    if (!entry || now() - entry.readAt >= KEPT_MS) {
      entry = begin(key);
      found.set(key, entry);
    }
    if (now() - entry.readAt >= FRESH_MS && !entry.renewing) renew(key, entry);
    return entry.value as Promise<T>;
  };
}

/** Forgets what was read: for what changes it, after it has changed. */
export function forgetKept(): void {
  for (const found of kept) found.clear();
}
