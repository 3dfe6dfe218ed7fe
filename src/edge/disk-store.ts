import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import { logFailure } from '#platform/log/log-failure.ts';
import { writeAtomically } from '#platform/process/atomic-write.ts';
import { hasDiskSpace } from '#platform/storage/disk-space.ts';
import type { CacheEntry } from './cache-entry.ts';
import {
  type CacheFile,
  decodeEntry,
  type EntryMetadata,
  encodeEntry,
  listCacheFiles,
  metadataOf,
} from './cache-file.ts';
import type { Purges } from './purges.ts';

/** Cache entries on disk, which outlive a restart. Evicts the least recently used ones. */
export interface DiskStore {
  has(key: string): boolean;
  /** Reads an entry; as nothing validates it, it is stale until the change stream has caught up. */
  read(key: string): Promise<CacheEntry | undefined>;
  write(entry: CacheEntry): void;
  remove(key: string): void;
  /** Removes what is gone, and what is too old to be served stale. */
  sweep(): void;
  /** Marks an entry as recently used though memory served it. */
  touch(key: string): void;
  /** Exempts these keys from eviction, in place of the keys that were pinned before. */
  pin(keys: readonly string[]): void;
  /** Resolves once all pending writes and removals are done. */
  flush(): Promise<void>;
}

/**
 * Opens a folder of cache files.
 * @param maxBytes limit on the sum of their sizes; the file system's own overhead comes on top
 */
export async function openDiskStore(
  folder: string,
  maxBytes: number,
  purges: Pick<Purges, 'isGone' | 'mayServeStale'>,
): Promise<DiskStore> {
  await mkdir(folder, { recursive: true });
  let pinned = new Set<string>();
  const pending = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    const tracked = work
      // The cache works without its disk, which is needed only while everything else is unavailable.
      .catch((error) => logFailure('edge-disk-failed', error))
      .finally(() => pending.delete(tracked));
    pending.add(tracked);
  };
  const files = new LRUCache<string, CacheFile>({
    maxSize: maxBytes,
    sizeCalculation: ({ size }) => size,
    disposeAfter: (file, name, reason) => {
      // Pinned files that do not all fit would evict each other for ever.
      const fits = file.size * (pinned.size + 1) < maxBytes;
      if (reason === 'evict' && pinned.has(name) && fits) files.set(name, file);
      else if (reason !== 'set')
        track(rm(path.join(folder, name), { recursive: true, force: true }));
    },
  });
  for (const { name, file } of await listCacheFiles(folder)) files.set(name, file);
  let drafts = 0;

  /** Pinned entries never expire: an old fallback page is better than none. */
  const isUseless = (name: string, metadata: EntryMetadata): boolean =>
    purges.isGone(metadata) ||
    !(pinned.has(name) || metadata.immutable || purges.mayServeStale(metadata));

  const write = async (entry: CacheEntry): Promise<void> => {
    // Submissions get the last space of the volume. The file of an older entry stays: it is known to be stale.
    if (!(await hasDiskSpace(folder))) return;
    const name = fileNameOf(entry.key);
    const bytes = encodeEntry(entry);
    drafts += 1;
    const location = path.join(folder, name);
    await writeAtomically(location, bytes, { temporaryFile: `${location}.${drafts}` });
    files.set(name, { size: bytes.length, metadata: metadataOf(entry) });
    // A purge during the write did not find the file.
    if (purges.isGone(entry)) files.delete(name);
  };

  return {
    has: (key) => files.has(fileNameOf(key)),
    async read(key) {
      const name = fileNameOf(key);
      if (files.get(name) === undefined) return undefined;
      const bytes = await readFile(path.join(folder, name)).catch(() => undefined);
      const entry = bytes && decodeEntry(bytes);
      if (!entry) files.delete(name);
      return entry;
    },
    write: (entry) => track(write(entry)),
    remove: (key) => {
      files.delete(fileNameOf(key));
    },
    sweep() {
      const useless = [...files.entries()].filter(([name, { metadata }]) =>
        isUseless(name, metadata),
      );
      for (const [name] of useless) files.delete(name);
    },
    touch(key) {
      const name = fileNameOf(key);
      if (files.get(name) === undefined) return;
      const now = new Date();
      // The times of files give the LRU order after a restart. An eviction can have deleted the file meanwhile.
      utimes(path.join(folder, name), now, now).catch(() => {});
    },
    pin(keys) {
      pinned = new Set(keys.map(fileNameOf));
    },
    async flush() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

const fileNameOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 32);
