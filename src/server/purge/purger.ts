import { setTimeout as pause } from 'node:timers/promises';
import type { Change } from '#edge/purges.ts';
import { ALL, purge } from './cache.ts';

const RETRY_MS = 1_000;
/** A page whose making began before a change is in the cache by then: the site takes no longer for one. */
const AGAIN_MS = 7_000;
/** More tags do not fit into one request, and after so many changes most of what is kept is stale. */
const MOST_TAGS = 100;

export interface Purger {
  add(change: Change | 'all'): void;
  stop(): void;
}

/**
 * Tells one cache of every change, until it has taken it; and once more when pages that were being made
 * meanwhile have come in.
 * @param said hears, in words, when the cache stops taking purges and when it goes on
 */
export function createPurger(
  cache: string,
  said: (words: string) => void,
  againMs = AGAIN_MS,
): Purger {
  const stopping = new AbortController();
  let waiting = nothing();
  let working = false;
  let failing = false;

  const work = async (): Promise<void> => {
    working = true;
    while (!stopping.signal.aborted && waiting.stale.size + waiting.gone.size > 0) {
      const taken = waiting;
      waiting = nothing();
      try {
        await purge(cache, { stale: few(taken.stale), gone: few(taken.gone) });
        if (failing) said(`${cache} takes purges again.`);
        failing = false;
      } catch (error) {
        // What is gone twice is gone: the order in which a cache hears of it does not matter.
        put(taken);
        if (!failing) said(`${cache} takes no purges; trying again. ${wordsOf(error)}`);
        failing = true;
        await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    working = false;
  };

  const put = ({ stale, gone }: Record<keyof Change, Iterable<string>>): void => {
    for (const tag of stale) waiting.stale.add(tag);
    for (const tag of gone) waiting.gone.add(tag);
  };

  const send = (change: Change): void => {
    put(change);
    if (!working) work();
  };

  return {
    add(change) {
      const told = change === 'all' ? { stale: [], gone: [ALL] } : change;
      send(told);
      setTimeout(send, againMs, told).unref();
    },
    stop: () => stopping.abort(),
  };
}

const nothing = () => ({ stale: new Set<string>(), gone: new Set<string>() });

const few = (tags: Set<string>): string[] => (tags.size > MOST_TAGS ? [ALL] : [...tags]);

const wordsOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
};
