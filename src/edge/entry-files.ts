import { lstat, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Entry, etagOf } from './entry.ts';

/** What tells of an entry, without its body, whether it may still be kept. */
export type About = Pick<Entry, 'tags' | 'began' | 'standInS' | 'immutable'>;

/** A file of the folder: its size in bytes, and what it holds. */
export interface Kept {
  size: number;
  about: About;
}

const LENGTH_BYTES = 4;
/** So much of a file is read at first: more than most say about their body. */
const START_BYTES = 4096;
/** So many files are open at the same time. */
const AT_ONCE = 64;

const NAME = /^[0-9a-f]{32}$/;

/** The same tags stand on many entries. */
const tags = new Map<string, string>();
const same = (tag: string): string => {
  const known = tags.get(tag);
  if (known !== undefined) return known;
  tags.set(tag, tag);
  return tag;
};

export const aboutOf = ({ tags, began, standInS, immutable }: About): About => ({
  tags: tags.map(same),
  began,
  standInS,
  immutable,
});

/** The file that was not used for longest first. What cannot be one of ours, or not whole, is taken away. */
export async function filesIn(folder: string): Promise<{ name: string; kept: Kept }[]> {
  const names = await readdir(folder);
  const found: { name: string; kept: Kept; usedAt: number }[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    await Promise.all(
      names.slice(at, at + AT_ONCE).map(async (name) => {
        const file = path.join(folder, name);
        const about = await lstat(file);
        const held = NAME.test(name) && about.isFile() ? await aboutIn(file) : undefined;
        if (!held) return rm(file, { recursive: true, force: true });
        found.push({ name, kept: { size: about.size, about: held }, usedAt: about.mtimeMs });
      }),
    );
  }
  return found.sort((a, b) => a.usedAt - b.usedAt);
}

/** What a file says about its body; undefined if it cannot be read. */
async function aboutIn(file: string): Promise<About | undefined> {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(START_BYTES);
    const { bytesRead } = await handle.read(start, 0, START_BYTES, 0);
    const end = LENGTH_BYTES + start.readUInt32BE(0);
    if (end <= bytesRead) return aboutOf(headOf(start, end));
    const { size } = await handle.stat();
    if (end > size) return undefined;
    const all = Buffer.alloc(end);
    await handle.read(all, 0, end, 0);
    return aboutOf(headOf(all, end));
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

const headOf = (bytes: Buffer, end: number): Omit<Entry, 'body'> =>
  JSON.parse(bytes.toString('utf8', LENGTH_BYTES, end));

/** The length of what is said about the body, that, and the body. */
export function encoded({ body, ...about }: Entry): Buffer {
  const head = Buffer.from(JSON.stringify(about));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, body]);
}

/** @returns undefined for a file that is not as it was written */
export function decoded(bytes: Buffer): Entry | undefined {
  try {
    const end = LENGTH_BYTES + bytes.readUInt32BE(0);
    const about = headOf(bytes, end);
    const body = bytes.subarray(end);
    if (about.etag !== etagOf(body)) return undefined;
    return { ...about, confirmed: 0, body };
  } catch {
    return undefined;
  }
}
