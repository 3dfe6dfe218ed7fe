import { lstat, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type CacheEntry, entityTagOf } from './cache-entry.ts';

// A file of the disk store: the length of the head, the head as JSON, and the body.

/** The part of an entry that decides, without its body, whether it may stay in the cache. */
export type EntryMetadata = Pick<
  CacheEntry,
  'tags' | 'requestedAt' | 'staleIfErrorS' | 'immutable'
>;

export interface CacheFile {
  /** In bytes, head included. */
  size: number;
  metadata: EntryMetadata;
}

/** The names in a file's head. They cannot change: an update reads the files of the version before. */
interface StoredHead
  extends Pick<
    CacheEntry,
    'key' | 'status' | 'headers' | 'tags' | 'immutable' | 'etag' | 'initialAgeS'
  > {
  began: number;
  confirmed: number;
  freshS: number;
  standInS: number;
}

const LENGTH_BYTES = 4;
/** Read first from each file; most heads are shorter. */
const FIRST_READ_BYTES = 4096;
const MAX_OPEN_FILES = 64;

const FILE_NAME = /^[0-9a-f]{32}$/;

/** Many entries share their tags, so each tag is in memory once. */
const internedTags = new Map<string, string>();
const intern = (tag: string): string => {
  const interned = internedTags.get(tag);
  if (interned !== undefined) return interned;
  internedTags.set(tag, tag);
  return tag;
};

export const metadataOf = ({
  tags,
  requestedAt,
  staleIfErrorS,
  immutable,
}: EntryMetadata): EntryMetadata => ({
  tags: tags.map(intern),
  requestedAt,
  staleIfErrorS,
  immutable,
});

/** Returns the files of a folder, least recently used first. Deletes foreign and truncated ones. */
export async function listCacheFiles(folder: string): Promise<{ name: string; file: CacheFile }[]> {
  const names = await readdir(folder);
  const files: { name: string; file: CacheFile; usedAt: number }[] = [];
  for (let at = 0; at < names.length; at += MAX_OPEN_FILES) {
    await Promise.all(
      names.slice(at, at + MAX_OPEN_FILES).map(async (name) => {
        const location = path.join(folder, name);
        const stats = await lstat(location);
        const metadata =
          FILE_NAME.test(name) && stats.isFile() ? await readMetadata(location) : undefined;
        if (!metadata) return rm(location, { recursive: true, force: true });
        files.push({ name, file: { size: stats.size, metadata }, usedAt: stats.mtimeMs });
      }),
    );
  }
  return files.sort((a, b) => a.usedAt - b.usedAt);
}

/** @returns undefined if the head cannot be read */
async function readMetadata(location: string): Promise<EntryMetadata | undefined> {
  const handle = await open(location);
  try {
    const start = Buffer.alloc(FIRST_READ_BYTES);
    const { bytesRead } = await handle.read(start, 0, FIRST_READ_BYTES, 0);
    const headEnd = LENGTH_BYTES + start.readUInt32BE(0);
    if (headEnd <= bytesRead) return metadataOf(decodeHead(start, headEnd));
    const { size } = await handle.stat();
    if (headEnd > size) return undefined;
    const head = Buffer.alloc(headEnd);
    await handle.read(head, 0, headEnd, 0);
    return metadataOf(decodeHead(head, headEnd));
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

function decodeHead(bytes: Buffer, headEnd: number): Omit<CacheEntry, 'body'> {
  const head: StoredHead = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, headEnd));
  const { began, confirmed, freshS, standInS, ...rest } = head;
  return {
    ...rest,
    requestedAt: began,
    validatedAt: confirmed,
    freshnessLifetimeS: freshS,
    staleIfErrorS: standInS,
  };
}

export function encodeEntry({ body, ...entry }: CacheEntry): Buffer {
  const { requestedAt, validatedAt, freshnessLifetimeS, staleIfErrorS, ...rest } = entry;
  const stored: StoredHead = {
    ...rest,
    began: requestedAt,
    confirmed: validatedAt,
    freshS: freshnessLifetimeS,
    standInS: staleIfErrorS,
  };
  const head = Buffer.from(JSON.stringify(stored));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, body]);
}

/**
 * Decodes a file. Its entry is not validated, and so is stale until the change stream has caught up.
 * @returns undefined if the file is not as it was written
 */
export function decodeEntry(bytes: Buffer): CacheEntry | undefined {
  try {
    const headEnd = LENGTH_BYTES + bytes.readUInt32BE(0);
    const head = decodeHead(bytes, headEnd);
    const body = bytes.subarray(headEnd);
    if (head.etag !== entityTagOf(body)) return undefined;
    return { ...head, validatedAt: 0, body };
  } catch {
    return undefined;
  }
}
