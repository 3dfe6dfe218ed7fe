import { copyFile, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/** What the database says about a file. */
export interface StoredFile {
  bytes?: number | null;
}

/** Returns the journal of a media folder. It has a folder for each request that is changing files. */
export const journalFolderOf = (folder: string): string => path.join(folder, '..', 'media-aside');

/**
 * Returns the two folders of a request's journal: backups of files that it may delete, and empty files with the names
 * of files that it may write.
 */
export const journalPathsOf = (request: string) => ({
  backups: path.join(request, 'kept'),
  newFiles: path.join(request, 'made'),
});

/** Restores a file from its backup. Copies it if the backup is on another disk. */
export const restoreFile = (backup: string, original: string): Promise<void> =>
  rename(backup, original).catch(() => copyFile(backup, original));

/**
 * Rolls back the file changes of requests whose process was killed: deletes new files that belong to no document and
 * restores deleted files that belong to one. Call it only before the first request.
 * @param findStored looks up a file by its name; undefined if no document names it
 */
export async function recoverFiles(
  folder: string,
  findStored: (name: string) => Promise<StoredFile | undefined>,
): Promise<void> {
  for (const id of await listNames(journalFolderOf(folder))) {
    const request = path.join(journalFolderOf(folder), id);
    const { backups, newFiles } = journalPathsOf(request);
    for (const name of await listNames(backups)) {
      const [backup, original] = [path.join(backups, name), path.join(folder, name)];
      const file = await findStored(name);
      if (file && (await isLost(file, backup, original))) await restoreFile(backup, original);
    }
    for (const name of await listNames(newFiles)) {
      // Files that no document names are deleted only if they are in the journal: the folder may belong to another
      // database.
      if (!(await findStored(name))) await unlink(path.join(folder, name)).catch(() => {});
    }
    await rm(request, { recursive: true, force: true });
  }
}

/** True if the file is missing, or was overwritten: a new crop has the same name as the old one, but another size. */
async function isLost({ bytes }: StoredFile, backup: string, original: string): Promise<boolean> {
  const size = await fileSize(original);
  return size === undefined || (size !== bytes && (await fileSize(backup)) === bytes);
}

const fileSize = (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ size }) => size,
    () => undefined,
  );

const listNames = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
