import { setTimeout as pause } from 'node:timers/promises';
import { within } from '#platform/http/deadline.ts';
import type { Changes } from './changes.ts';
import { type Answer, type Entry, entryOf } from './entry.ts';
import { Held } from './held.ts';
import { needsOf } from './needs.ts';
import type { Origin } from './origin.ts';
import type { Purges } from './purges.ts';
import type { Store } from './store.ts';

/** A page that most likely still holds is not waited for longer than this. */
const UNCONFIRMED_MS = 1_500;
/** One that is known to have changed: the site says within five seconds that it can't. */
const STALE_MS = 5_000;
/** So long after it failed, the origin is not asked for what most likely still holds. */
const FAILING_MS = 1_000;
/** After a start, nothing that may have been taken down meanwhile is shown before the database was asked. */
const SETTLING_MS = 5_000;
/** A page holds on its own, so what it needs need not hurry. */
const NEEDED_AT_ONCE = 2;

/** How a kept answer was come by. */
export type How = 'hit' | 'miss' | 'renewed' | 'stand-in';

export type Got = { held: Held; how: How } | { answer: Answer; began: number };

export interface Pages {
  /** What can be answered with at once. */
  ready(key: string): Held | undefined;
  /** @throws Error if the origin does not answer and nothing is kept */
  get(key: string): Promise<Got>;
  /** What is kept, whether it holds or not. */
  kept(key: string): Promise<Held | undefined>;
  /** What is kept of what never changes, whatever the site says of its address now. */
  lasting(key: string): Promise<Held | undefined>;
  holds(entry: Entry): boolean;
  /** Keeps these as well, soon. */
  want(keys: readonly string[]): void;
  /** These are kept before all others. */
  spare(keys: readonly string[]): void;
}

interface Parts {
  origin: Origin;
  store: Store;
  purges: Purges;
  changes: Pick<Changes, 'isCurrent' | 'current'>;
}

/** Answers that are the same for everybody: from what is kept while it holds, else from the origin. */
export function createPages({ origin, store, purges, changes }: Parts): Pages {
  const asked = new Map<string, Promise<Got>>();
  const settled = Promise.race([changes.current, pause(SETTLING_MS, undefined, { ref: false })]);
  const needed: string[] = [];
  let fetching = 0;
  let failedAt = 0;

  const isTold = ({ immutable, confirmed, freshS }: Entry): boolean =>
    immutable || changes.isCurrent() || Date.now() - confirmed < freshS * 1000;

  /** While changes are told, what nobody purged holds; else what the origin said within a minute. */
  const holds = (entry: Entry): boolean => purges.staleSince(entry) === undefined && isTold(entry);

  const fetchNeeded = async (): Promise<void> => {
    fetching += 1;
    for (let key = needed.shift(); key !== undefined; key = needed.shift()) {
      const held = await store.find(key);
      if (!held || !holds(held.entry)) await ask(key).catch(() => {});
    }
    fetching -= 1;
  };

  const fetch = async (key: string): Promise<Got> => {
    const how = store.has(key) ? 'renewed' : 'miss';
    const began = purges.now();
    const answer = await origin.ask(key);
    if (answer.status >= 500) return { answer, began };
    const entry = entryOf(key, began, answer);
    if (!entry) {
      store.drop(key);
      return { answer, began };
    }
    // It was changed while it was made: whoever asked by then gets it, nobody after them.
    if (purges.staleSince(entry) !== undefined) return { held: new Held(entry), how };
    const held = store.keep(entry);
    want(needsOf(entry));
    return { held, how };
  };

  const want = (keys: readonly string[]): void => {
    needed.push(...keys);
    for (let at = fetching; at < Math.min(NEEDED_AT_ONCE, needed.length); at += 1) fetchNeeded();
  };

  /** Whoever asks for the same at the same time gets the same answer. */
  const ask = (key: string): Promise<Got> => {
    const asking =
      asked.get(key) ??
      fetch(key).finally(() => {
        asked.delete(key);
      });
    asked.set(key, asking);
    return asking;
  };

  /** Somebody who comes after a change does not get what was begun before it. */
  const askAfter = async (key: string, arrived: number): Promise<Got> => {
    const got = await ask(key);
    const isOld =
      'held' in got
        ? got.held.entry.began < arrived && purges.staleSince(got.held.entry) !== undefined
        : got.began < arrived;
    return isOld ? ask(key) : got;
  };

  /** @returns undefined if what is kept has to stand in for it */
  const renewed = async (
    key: string,
    arrived: number,
    deadlineMs: number,
  ): Promise<Got | undefined> => {
    const got = await within(deadlineMs, askAfter(key, arrived)).catch(() => undefined);
    if (got && ('held' in got || got.answer.status < 500)) return got;
    failedAt = Date.now();
    return undefined;
  };

  return {
    holds,
    want,
    spare: store.spare,
    kept: store.find,
    ready(key) {
      const held = store.inMemory(key);
      return held?.isUntouched(purges) && isTold(held.entry) ? held : undefined;
    },
    async get(key) {
      const arrived = purges.now();
      const held = await store.find(key);
      if (!held || !purges.mayStandIn(held.entry)) return askAfter(key, arrived);
      if (holds(held.entry)) return { held, how: 'hit' };
      const isStale = purges.staleSince(held.entry) !== undefined;
      // What is known to have changed is asked for each time: it is not shown while the site answers.
      const isAsked = isStale || Date.now() - failedAt >= FAILING_MS;
      const got = isAsked
        ? await renewed(key, arrived, isStale ? STALE_MS : UNCONFIRMED_MS)
        : undefined;
      if (got) return got;
      await settled;
      const still = await store.find(key);
      return still ? { held: still, how: 'stand-in' } : ask(key);
    },
    async lasting(key) {
      const held = store.has(key) ? await store.find(key) : undefined;
      return held?.entry.immutable ? held : undefined;
    },
  };
}
