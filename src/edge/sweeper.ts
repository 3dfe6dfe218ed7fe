import type { Store } from './store.ts';

/** What was purged together is taken away together. */
const SOON_MS = 100;
/** What was purged may stand in for a newer one for a while: that ends without another purge. */
const AGAIN_MS = 60 * 60_000;

/** Takes away what is kept and must not be, or is of no use any more. */
export interface Sweeper {
  /** Something is gone. */
  soon(): void;
  /** Takes away what is left to be, and does it no more. */
  end(): void;
}

/** Has a store swept after something is gone, and once an hour. */
export function createSweeper(store: Pick<Store, 'sweep'>): Sweeper {
  let waiting: NodeJS.Timeout | undefined;
  const sweep = (): void => {
    waiting = undefined;
    store.sweep();
  };
  const soon = (): void => {
    waiting ??= setTimeout(sweep, SOON_MS);
  };
  const again = setInterval(soon, AGAIN_MS);
  return {
    soon,
    end() {
      clearInterval(again);
      clearTimeout(waiting);
      store.sweep();
    },
  };
}
