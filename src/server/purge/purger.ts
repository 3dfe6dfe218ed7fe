import { setTimeout as pause } from 'node:timers/promises';
import type { Purge } from '#edge/purges.ts';
import { ALL_TAG, purgeCache } from './purge-cache.ts';

const RETRY_MS = 1_000;
/** By then, any page whose rendering began before the change has reached the cache: rendering times out earlier. */
const REPEAT_AFTER_MS = 7_000;
/** More tags do not fit into the headers of one request. After so many changes, most of the cache is stale anyway. */
const MAX_TAGS = 100;

export interface Purger {
  add(change: Purge | 'all'): void;
  stop(): void;
}

/**
 * Creates a purger for one cache. It retries each purge until the cache accepts it, and repeats it once for pages whose
 * rendering had begun before the change.
 * @param cache URL of the cache
 * @param log gets a line when the cache stops accepting purges, and when it accepts them again
 * @param repeatMs time until a purge is repeated
 */
export function createPurger(
  cache: string,
  log: (line: string) => void,
  repeatMs = REPEAT_AFTER_MS,
): Purger {
  const stopping = new AbortController();
  let pending = emptyBatch();
  let isWorking = false;
  let isFailing = false;

  const work = async (): Promise<void> => {
    isWorking = true;
    while (!stopping.signal.aborted && pending.stale.size + pending.gone.size > 0) {
      const batch = pending;
      pending = emptyBatch();
      try {
        await purgeCache(cache, { stale: limitTags(batch.stale), gone: limitTags(batch.gone) });
        if (isFailing) log(`${cache} takes purges again.`);
        isFailing = false;
      } catch (error) {
        // Purges are idempotent and commute, so a batch that failed can be sent with later ones.
        enqueue(batch);
        if (!isFailing) log(`${cache} takes no purges; trying again. ${messageOf(error)}`);
        isFailing = true;
        await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    isWorking = false;
  };

  const enqueue = ({ stale, gone }: Record<keyof Purge, Iterable<string>>): void => {
    for (const tag of stale) pending.stale.add(tag);
    for (const tag of gone) pending.gone.add(tag);
  };

  const send = (purge: Purge): void => {
    enqueue(purge);
    if (!isWorking) work();
  };

  return {
    add(change) {
      const purge = change === 'all' ? { stale: [], gone: [ALL_TAG] } : change;
      send(purge);
      setTimeout(send, repeatMs, purge).unref();
    },
    stop: () => stopping.abort(),
  };
}

const emptyBatch = () => ({ stale: new Set<string>(), gone: new Set<string>() });

const limitTags = (tags: Set<string>): string[] => (tags.size > MAX_TAGS ? [ALL_TAG] : [...tags]);

const messageOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
};
