import type { Store } from './two-tier-store.ts';

/** Purges that arrive within this time share one sweep. */
const SWEEP_DELAY_MS = 100;
/** A purged response becomes too old to be served stale (`stale-if-error`) without another purge. */
const REGULAR_SWEEP_MS = 60 * 60_000;

/** Removes cached responses that must not, or can no longer, be served. */
export interface Sweeper {
  /** Schedules a sweep soon. */
  schedule(): void;
  /** Sweeps a last time. */
  stop(): void;
}

/** Sweeps the store once an hour, and whenever a sweep is scheduled. */
export function createSweeper(store: Pick<Store, 'sweep'>): Sweeper {
  let pendingSweep: NodeJS.Timeout | undefined;
  const sweep = (): void => {
    pendingSweep = undefined;
    store.sweep();
  };
  const schedule = (): void => {
    pendingSweep ??= setTimeout(sweep, SWEEP_DELAY_MS);
  };
  const regularSweeps = setInterval(schedule, REGULAR_SWEEP_MS);
  return {
    schedule,
    stop() {
      clearInterval(regularSweeps);
      clearTimeout(pendingSweep);
      store.sweep();
    },
  };
}
