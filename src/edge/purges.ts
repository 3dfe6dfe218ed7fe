import { z } from 'zod';

/** More than an editor purges in years; past it, the oldest half is forgotten and counts as purged altogether. */
const MOST_TAGS = 20_000;

const marks = z.object({ floor: z.number(), times: z.array(z.tuple([z.string(), z.number()])) });

/** What has to outlive a restart. */
export const savedPurges = z.object({ last: z.number().default(0), stale: marks, gone: marks });
export type SavedPurges = z.infer<typeof savedPurges>;

const NOTHING: SavedPurges = {
  last: 0,
  stale: { floor: 0, times: [] },
  gone: { floor: 0, times: [] },
};

/** Something that is kept: what it was made of, and when its making began. */
export interface Tagged {
  tags: readonly string[];
  began: number;
}

/** Tags of what changed, and of what must not be seen again. */
export interface Change {
  stale: readonly string[];
  gone: readonly string[];
}

/**
 * When each tag was purged last. A purge itself costs nothing: whether something that is kept still holds is
 * asked when somebody wants to see it. Times are milliseconds since 1970.
 */
export interface Purges {
  /** Now, and later than whatever was told before. */
  now(): number;
  add(change: Change): void;
  /** All that is kept is stale. */
  allStale(): void;
  /** Nothing that is kept may be seen again: what went away meanwhile cannot be told. */
  allGone(): void;
  /** When it was purged after its making began; undefined if it holds. */
  staleSince(kept: Tagged): number | undefined;
  isGone(kept: Tagged): boolean;
  /** Whether it may be shown while a newer one cannot be had: not for ever after it was purged. */
  mayStandIn(kept: Tagged & { standInS: number }): boolean;
  /** Changes with each purge: what held under the same number holds still. */
  count(): number;
  saved(): SavedPurges;
}

export function createPurges(saved: SavedPurges = NOTHING): Purges {
  const stale = createMarks(saved.stale);
  const gone = createMarks(saved.gone);
  // What is kept was begun by that clock, however far this one is behind it.
  let last = Math.max(saved.last, stale.latest(), gone.latest());
  const now = () => {
    last = Math.max(Date.now(), last + 1);
    return last;
  };
  let count = 0;
  const purge = () => {
    count += 1;
    return now();
  };
  return {
    now,
    count: () => count,
    add(change) {
      const at = purge();
      for (const tag of change.stale) stale.set(tag, at);
      for (const tag of change.gone) gone.set(tag, at);
    },
    allStale: () => stale.setAll(purge()),
    allGone() {
      const at = purge();
      stale.setAll(at);
      gone.setAll(at);
    },
    staleSince: stale.since,
    isGone: (kept) => gone.since(kept) !== undefined,
    mayStandIn(kept) {
      const since = stale.since(kept);
      return since === undefined || Date.now() - since < kept.standInS * 1000;
    },
    saved: () => ({ last, stale: stale.saved(), gone: gone.saved() }),
  };
}

function createMarks({ floor: from, times: saved }: SavedPurges['stale']) {
  let floor = from;
  // The one that was purged longest ago stands first.
  const times = new Map(saved);
  const forget = (most: number) => {
    for (const [tag, at] of times) {
      if (times.size <= most) return;
      times.delete(tag);
      floor = at;
    }
  };
  return {
    set(tag: string, at: number) {
      times.delete(tag);
      times.set(tag, at);
      if (times.size > MOST_TAGS) forget(MOST_TAGS / 2);
    },
    setAll(at: number) {
      times.clear();
      floor = at;
    },
    since({ tags, began }: Tagged): number | undefined {
      let since = floor;
      for (const tag of tags) since = Math.max(since, times.get(tag) ?? 0);
      return since > began ? since : undefined;
    },
    latest: () => Math.max(floor, ...times.values()),
    saved: () => ({ floor, times: [...times] }),
  };
}
