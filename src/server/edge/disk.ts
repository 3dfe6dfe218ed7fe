import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import { logFailure } from '#http/log.ts';
import type { Entry } from './entry.ts';

/** What is kept on disk, so that it outlives a restart; what was not used for longest makes room. */
export interface Disk {
  has(key: string): boolean;
  /** What was kept before a restart counts as not confirmed. */
  read(key: string): Promise<Entry | undefined>;
  write(entry: Entry): void;
  remove(key: string): void;
  /** Resolves once all that was to be written is. */
  written(): Promise<void>;
}

/** Of a file that is written at this moment. */
const DRAFT = '.draft';
const LENGTH_BYTES = 4;

/**
 * Opens a folder of kept answers.
 * @param mostBytes how much may lie in it, without what the file system needs itself
 */
export async function openDisk(folder: string, mostBytes: number): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  const sizes = new LRUCache<string, number>({
    maxSize: mostBytes,
    sizeCalculation: (size) => size,
    dispose: (_, name, reason) => {
      if (reason !== 'set') rm(path.join(folder, name), { force: true }).catch(failed);
    },
  });
  for (const { name, size } of await filesIn(folder)) sizes.set(name, size);
  let drafts = 0;
  const writing = new Set<Promise<void>>();

  const write = async (entry: Entry): Promise<void> => {
    const name = nameOf(entry.key);
    const bytes = encoded(entry);
    drafts += 1;
    const draft = path.join(folder, `${name}.${drafts}${DRAFT}`);
    await writeFile(draft, bytes);
    await rename(draft, path.join(folder, name));
    sizes.set(name, bytes.length);
  };

  return {
    has: (key) => sizes.has(nameOf(key)),
    async read(key) {
      const name = nameOf(key);
      if (sizes.get(name) === undefined) return undefined;
      const bytes = await readFile(path.join(folder, name)).catch(() => undefined);
      return bytes && decoded(bytes);
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
    async written() {
      await Promise.all(writing);
    },
  };
}

const failed = (error: unknown) => logFailure('edge, disk', error);

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** The file that was written longest ago first; drafts of a process that was killed are taken away. */
async function filesIn(folder: string): Promise<{ name: string; size: number }[]> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => ({ name, ...(await stat(path.join(folder, name))) })),
  );
  const drafts = files.filter(({ name }) => name.endsWith(DRAFT));
  await Promise.all(drafts.map(({ name }) => rm(path.join(folder, name), { force: true })));
  return files.filter(({ name }) => !name.endsWith(DRAFT)).sort((a, b) => a.mtimeMs - b.mtimeMs);
}

/** The length of what is said about the body, that, and the body. */
function encoded({ body, ...about }: Entry): Buffer {
  const head = Buffer.from(JSON.stringify({ ...about, bytes: body.length }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, body]);
}

/** @returns undefined for a file that is not whole */
function decoded(bytes: Buffer): Entry | undefined {
  try {
    const end = LENGTH_BYTES + bytes.readUInt32BE(0);
    const { bytes: length, ...about } = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, end));
    const body = bytes.subarray(end);
    if (body.length !== length) return undefined;
    return { ...about, confirmed: 0, body };
  } catch {
    return undefined;
  }
}
