import { z } from 'zod';

/** More than an editor purges in years. Past it, the older half is dropped and raises the floor. */
const MAX_TAGS = 20_000;

/** Purge times by tag, oldest first. Everything requested before `floor` counts as purged. */
const tagTimes = z.object({ floor: z.number(), times: z.array(z.tuple([z.string(), z.number()])) });

/** State of `Purges` that has to outlive a restart. */
export const purgesSnapshot = z.object({
  last: z.number().default(0),
  stale: tagTimes,
  gone: tagTimes,
});
export type PurgesSnapshot = z.infer<typeof purgesSnapshot>;

const NO_PURGES: PurgesSnapshot = {
  last: 0,
  stale: { floor: 0, times: [] },
  gone: { floor: 0, times: [] },
};

/** The parts of a cached response that decide whether a purge applies to it. */
export interface TaggedResponse {
  tags: readonly string[];
  /** By the clock of `Purges`. */
  requestedAt: number;
}

/** Tags to purge. */
export interface Purge {
  /** Their responses are stale, and may be served while the origin is unavailable (a soft purge). */
  stale: readonly string[];
  /** Their responses must never be served again (a hard purge). */
  gone: readonly string[];
}

/**
 * When each tag was last purged, in milliseconds since 1970. A purge only records a time; freshness is checked
 * when a response is requested. So a purge takes the same time for any number of responses.
 */
export interface Purges {
  /** Returns the current time, and a later one with each call, even across restarts with a clock set back. */
  now(): number;
  add(purge: Purge): void;
  /** Makes the whole cache stale. */
  markAllStale(): void;
  /** Purges the whole cache for good, because it is unknown what was unpublished. */
  markAllGone(): void;
  /** Returns when a response was purged; undefined if it was not purged after it was requested. */
  staleSince(response: TaggedResponse): number | undefined;
  isGone(response: TaggedResponse): boolean;
  /** True if a response was not purged, or so recently that it may be served stale (RFC 5861). */
  mayServeStale(response: TaggedResponse & { staleIfErrorS: number }): boolean;
  /** Returns the number of purges. While it is the same, no response becomes stale by a purge. */
  generation(): number;
  snapshot(): PurgesSnapshot;
}

export function createPurges(snapshot: PurgesSnapshot = NO_PURGES): Purges {
  const stale = createTagTimes(snapshot.stale);
  const gone = createTagTimes(snapshot.gone);
  // Responses of before a restart have times of the earlier clock, which can be ahead of this one.
  let last = Math.max(snapshot.last, stale.latest(), gone.latest());
  const now = () => {
    last = Math.max(Date.now(), last + 1);
    return last;
  };
  let generation = 0;
  const nextPurge = () => {
    generation += 1;
    return now();
  };
  return {
    now,
    generation: () => generation,
    add(purge) {
      const at = nextPurge();
      for (const tag of purge.stale) stale.set(tag, at);
      for (const tag of purge.gone) gone.set(tag, at);
    },
    markAllStale: () => stale.setAll(nextPurge()),
    markAllGone() {
      const at = nextPurge();
      stale.setAll(at);
      gone.setAll(at);
    },
    staleSince: stale.since,
    isGone: (response) => gone.since(response) !== undefined,
    mayServeStale(response) {
      const since = stale.since(response);
      return since === undefined || Date.now() - since < response.staleIfErrorS * 1000;
    },
    snapshot: () => ({ last, stale: stale.snapshot(), gone: gone.snapshot() }),
  };
}

function createTagTimes(snapshot: PurgesSnapshot['stale']) {
  let { floor } = snapshot;
  // The tag that was purged longest ago comes first.
  const times = new Map(snapshot.times);
  const dropOldest = (maxTags: number) => {
    for (const [tag, at] of times) {
      if (times.size <= maxTags) return;
      times.delete(tag);
      floor = at;
    }
  };
  return {
    set(tag: string, at: number) {
      times.delete(tag);
      times.set(tag, at);
      if (times.size > MAX_TAGS) dropOldest(MAX_TAGS / 2);
    },
    setAll(at: number) {
      times.clear();
      floor = at;
    },
    since({ tags, requestedAt }: TaggedResponse): number | undefined {
      let since = floor;
      for (const tag of tags) since = Math.max(since, times.get(tag) ?? 0);
      return since > requestedAt ? since : undefined;
    },
    latest: () => Math.max(floor, ...times.values()),
    snapshot: () => ({ floor, times: [...times] }),
  };
}
