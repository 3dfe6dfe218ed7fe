import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import { logFailure } from '#platform/http/log.ts';
import { writeWhole } from '#platform/process/atomic-write.ts';
import { hasRoom } from '#platform/storage/disk-space.ts';
import type { Entry } from './entry.ts';
import { type About, aboutOf, decoded, encoded, filesIn, type Kept } from './entry-files.ts';
import type { Purges } from './purges.ts';

/** What is kept on disk, so that it outlives a restart; what was not used for longest makes room. */
export interface Disk {
  has(key: string): boolean;
  /** What was kept before a restart counts as not confirmed. */
  read(key: string): Promise<Entry | undefined>;
  write(entry: Entry): void;
  remove(key: string): void;
  /** Takes away what nobody may see any more, or would be shown. */
  sweep(): void;
  /** It was asked for, though it was not read from here: others make room before it. */
  use(key: string): void;
  /** These never make room for others. */
  spare(keys: readonly string[]): void;
  /** Resolves once all that was to be written or taken away is. */
  written(): Promise<void>;
}

/**
 * Opens a folder of kept answers.
 * @param mostBytes how much may lie in it, without what the file system needs itself
 */
export async function openDisk(
  folder: string,
  mostBytes: number,
  purges: Pick<Purges, 'isGone' | 'mayStandIn'>,
): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  let spared = new Set<string>();
  const working = new Set<Promise<void>>();
  const begin = (work: Promise<void>): void => {
    const all = work
      // The site goes on without it; it would only miss it once all else is down.
      .catch((error) => logFailure('edge, disk', error))
      .finally(() => working.delete(all));
    working.add(all);
  };
  const files = new LRUCache<string, Kept>({
    maxSize: mostBytes,
    sizeCalculation: ({ size }) => size,
    disposeAfter: (kept, name, reason) => {
      // All that are spared have to fit, or they would push each other out for ever.
      const fits = kept.size * (spared.size + 1) < mostBytes;
      if (reason === 'evict' && spared.has(name) && fits) files.set(name, kept);
      else if (reason !== 'set')
        begin(rm(path.join(folder, name), { recursive: true, force: true }));
    },
  });
  for (const { name, kept } of await filesIn(folder)) files.set(name, kept);
  let drafts = 0;

  /** What stands in for the whole site has no end, however old it is. */
  const isOver = (name: string, about: About): boolean =>
    purges.isGone(about) || !(spared.has(name) || about.immutable || purges.mayStandIn(about));

  const write = async (entry: Entry): Promise<void> => {
    // The last of a disk is for what visitors send. What lies here of before is known to be stale.
    if (!(await hasRoom(folder))) return;
    const name = nameOf(entry.key);
    const bytes = encoded(entry);
    drafts += 1;
    const file = path.join(folder, name);
    await writeWhole(file, bytes, { draft: `${file}.${drafts}` });
    files.set(name, { size: bytes.length, about: aboutOf(entry) });
    // It can have been purged while it was written.
    if (purges.isGone(entry)) files.delete(name);
  };

  return {
    has: (key) => files.has(nameOf(key)),
    async read(key) {
      const name = nameOf(key);
      if (files.get(name) === undefined) return undefined;
      const bytes = await readFile(path.join(folder, name)).catch(() => undefined);
      const entry = bytes && decoded(bytes);
      if (!entry) files.delete(name);
      return entry;
    },
    write: (entry) => begin(write(entry)),
    remove: (key) => {
      files.delete(nameOf(key));
    },
    sweep() {
      const over = [...files.entries()].filter(([name, { about }]) => isOver(name, about));
      for (const [name] of over) files.delete(name);
    },
    use(key) {
      const name = nameOf(key);
      if (files.get(name) === undefined) return;
      const now = new Date();
      // The order after a restart. It can have made room by now.
      utimes(path.join(folder, name), now, now).catch(() => {});
    },
    spare(keys) {
      spared = new Set(keys.map(nameOf));
    },
    async written() {
      while (working.size > 0) await Promise.all(working);
    },
  };
}

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);
