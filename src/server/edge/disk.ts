import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import { logFailure } from '#http/log.ts';
import { writeWhole } from '#server/whole-file.ts';
import { hasRoom } from '#storage/disk-space.ts';
import { type Entry, etagOf } from './entry.ts';

/** What is kept on disk, so that it outlives a restart; what was not used for longest makes room. */
export interface Disk {
  has(key: string): boolean;
  /** What was kept before a restart counts as not confirmed. */
  read(key: string): Promise<Entry | undefined>;
  write(entry: Entry): void;
  remove(key: string): void;
  /** It was asked for, though it was not read from here: others make room before it. */
  use(key: string): void;
  /** These never make room for others. */
  spare(keys: readonly string[]): void;
  /** Resolves once all that was to be written is. */
  written(): Promise<void>;
}

const LENGTH_BYTES = 4;

/**
 * Opens a folder of kept answers.
 * @param mostBytes how much may lie in it, without what the file system needs itself
 */
export async function openDisk(folder: string, mostBytes: number): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  let spared = new Set<string>();
  const sizes = new LRUCache<string, number>({
    maxSize: mostBytes,
    sizeCalculation: (size) => size,
    disposeAfter: (size, name, reason) => {
      // All that are spared have to fit, or they would push each other out for ever.
      const fits = size * (spared.size + 1) < mostBytes;
      if (reason === 'evict' && spared.has(name) && fits) sizes.set(name, size);
      else if (reason !== 'set') removed(path.join(folder, name));
    },
  });
  for (const { name, size } of await filesIn(folder)) sizes.set(name, size);
  let drafts = 0;
  const writing = new Set<Promise<void>>();

  const write = async (entry: Entry): Promise<void> => {
    // The last of a disk is for what visitors send. What lies here of before is known to be stale.
    if (!(await hasRoom(folder))) return;
    const name = nameOf(entry.key);
    const bytes = encoded(entry);
    drafts += 1;
    const file = path.join(folder, name);
    await writeWhole(file, bytes, { draft: `${file}.${drafts}` });
    sizes.set(name, bytes.length);
  };

  return {
    has: (key) => sizes.has(nameOf(key)),
    async read(key) {
      const name = nameOf(key);
      if (sizes.get(name) === undefined) return undefined;
      const bytes = await readFile(path.join(folder, name)).catch(() => undefined);
      const entry = bytes && decoded(bytes);
      if (!entry) sizes.delete(name);
      return entry;
    },
    write(entry) {
      const work = write(entry)
        // The site goes on without it; it would only miss it once all else is down.
        .catch(failed)
        .finally(() => writing.delete(work));
      writing.add(work);
    },
    remove: (key) => {
      sizes.delete(nameOf(key));
    },
    use(key) {
      const name = nameOf(key);
      if (sizes.get(name) === undefined) return;
      const now = new Date();
      // The order after a restart. It can have made room by now.
      utimes(path.join(folder, name), now, now).catch(() => {});
    },
    spare(keys) {
      spared = new Set(keys.map(nameOf));
    },
    async written() {
      await Promise.all(writing);
    },
  };
}

const failed = (error: unknown) => logFailure('edge, disk', error);

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

const NAME = /^[0-9a-f]{32}$/;

/** The file that was not used for longest first. What cannot be one of ours, or not whole, is taken away. */
async function filesIn(folder: string): Promise<{ name: string; size: number }[]> {
  const all = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const about = await lstat(path.join(folder, name));
      return { name, isOurs: NAME.test(name) && about.isFile() && about.size > 0, about };
    }),
  );
  const foreign = all.filter(({ isOurs }) => !isOurs);
  await Promise.all(foreign.map(({ name }) => removed(path.join(folder, name))));
  return all
    .filter(({ isOurs }) => isOurs)
    .sort((a, b) => a.about.mtimeMs - b.about.mtimeMs)
    .map(({ name, about }) => ({ name, size: about.size }));
}

const removed = (file: string): Promise<void> =>
  rm(file, { recursive: true, force: true }).catch(failed);

/** The length of what is said about the body, that, and the body. */
function encoded({ body, ...about }: Entry): Buffer {
  const head = Buffer.from(JSON.stringify(about));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, body]);
}

/** @returns undefined for a file that is not as it was written */
function decoded(bytes: Buffer): Entry | undefined {
  try {
    const end = LENGTH_BYTES + bytes.readUInt32BE(0);
    const about = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, end));
    const body = bytes.subarray(end);
    if (about.etag !== etagOf(body)) return undefined;
    return { ...about, confirmed: 0, body };
  } catch {
    return undefined;
  }
}
