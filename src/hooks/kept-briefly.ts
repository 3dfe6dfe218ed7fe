const KEPT_MS = 1_000;

/** All that is kept. One set for the process: pages and the admin are bundled apart, with modules of their own. */
const KEPT = Symbol.for('throughcare.kept-briefly');
const shared = globalThis as { [KEPT]?: Set<Map<string, Promise<unknown>>> };
shared[KEPT] ??= new Set();
const kept = shared[KEPT];

/**
 * Keeps for a second what a read found under a key. What this process changes is read anew at once, by the
 * hook below; what another one changes, within the second. A read that fails is not kept.
 * @param now the moment in milliseconds
 */
export function keptBriefly<T>(
  read: (key: string) => Promise<T>,
  now: () => number = Date.now,
): (key: string) => Promise<T> {
  const found = new Map<string, Promise<T>>();
  kept.add(found);
  let until = 0;
  return (key) => {
    if (now() >= until) {
      // All at once: however many keys are asked for, those of a second are all that are kept.
      found.clear();
      until = now() + KEPT_MS;
    }
    const reading = found.get(key) ?? read(key);
    found.set(key, reading);
    reading.catch(() => found.delete(key));
    return reading;
  };
}

/** Forgets what was read: for what changes it, after it has changed. */
export function forgetKept(): void {
  for (const found of kept) found.clear();
}
