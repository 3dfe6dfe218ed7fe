import { copyFile, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/** What is stored of a file: how long it is, where that is known. */
export interface StoredFile {
  bytes?: number | null;
}

/** Folder of what requests that are not over do to the files of a folder: one for each request. */
export const asideOf = (folder: string): string => path.join(folder, '..', 'media-aside');

/** Where a request keeps what it may delete, and notes by empty files what it may write; all by their own names. */
export const placesOf = (request: string) => ({
  kept: path.join(request, 'kept'),
  made: path.join(request, 'made'),
});

/** Puts a file in its place again, on whatever disk that is. */
export const bringBack = (kept: string, place: string): Promise<void> =>
  rename(kept, place).catch(() => copyFile(kept, place));

/**
 * Ends what requests had begun when their process was killed: files that belong to no document go, those of a
 * document come back. Only before the first request, when none is under way.
 * @param stored what the database says of a file by its name; undefined where no document names it
 */
export async function settleKilled(
  folder: string,
  stored: (name: string) => Promise<StoredFile | undefined>,
): Promise<void> {
  for (const id of await namesIn(asideOf(folder))) {
    const request = path.join(asideOf(folder), id);
    const { kept, made } = placesOf(request);
    for (const name of await namesIn(kept)) {
      const [copy, place] = [path.join(kept, name), path.join(folder, name)];
      const file = await stored(name);
      if (file && (await isLost(file, copy, place))) await bringBack(copy, place);
    }
    for (const name of await namesIn(made)) {
      // Other files that no document names are left: the database may be another one than theirs.
      if (!(await stored(name))) await unlink(path.join(folder, name)).catch(() => {});
    }
    await rm(request, { recursive: true, force: true });
  }
}

/** A new crop is written by the name that the picture had before. */
async function isLost({ bytes }: StoredFile, copy: string, place: string): Promise<boolean> {
  const there = await sizeOf(place);
  return there === undefined || (there !== bytes && (await sizeOf(copy)) === bytes);
}

const sizeOf = (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ size }) => size,
    () => undefined,
  );

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
