import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, rm, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { logFailure } from '#platform/log/log-failure.ts';
import { journalFolderOf, journalPathsOf, restoreFile } from './file-journal.ts';

/**
 * File changes of one request, which no transaction rolls back. The journal has them on disk too, in case the process
 * is killed.
 */
interface FileChanges {
  /** Name of the request's folder in the journal. */
  id: string;
  /** Names of files that the request may have written. */
  newFiles: Set<string>;
  /** Paths of the backups of files that the request may have deleted, by file name. */
  backups: Map<string, string>;
  /** Callbacks for the end of the request, after success and failure alike. */
  onEnd: (() => void)[];
  folder?: string;
  isUsed?: (name: string) => Promise<boolean>;
}

/** Payload fails at the first file that it cannot write, and at that moment is still writing the others. */
const PENDING_WRITES_MS = 500;

/** A global, because the route and the hooks are separate bundles, each with its own copy of this module. */
const STORE = Symbol.for('throughcare.file-changes');
const shared = globalThis as { [STORE]?: AsyncLocalStorage<FileChanges> };
shared[STORE] ??= new AsyncLocalStorage();
const store = shared[STORE];

/** Returns the file changes of the current request; undefined outside `withFileRollback`, for example while seeding. */
export const currentFileChanges = (): FileChanges | undefined => store.getStore();

/**
 * Runs work that writes and deletes files. If it fails, deletes new files that belong to no document and restores
 * deleted files that still belong to one.
 */
export async function withFileRollback(work: () => Promise<Response>): Promise<Response> {
  const changes: FileChanges = {
    id: randomUUID(),
    newFiles: new Set(),
    backups: new Map(),
    onEnd: [],
  };
  let isOk = false;
  try {
    const response = await store.run(changes, work);
    isOk = response.ok;
    return response;
  } finally {
    await reconcileFiles(changes, isOk).catch((error: unknown) =>
      logFailure('picture-files-failed', error),
    );
    for (const end of changes.onEnd) end();
  }
}

/** Writes the names of files that the request is about to write into its journal. */
export async function journalNewFiles(
  changes: FileChanges,
  folder: string,
  names: string[],
): Promise<void> {
  if (names.length === 0) return;
  const { newFiles } = journalPathsOf(path.join(journalFolderOf(folder), changes.id));
  await mkdir(newFiles, { recursive: true });
  for (const name of names) {
    changes.newFiles.add(name);
    await writeFile(path.join(newFiles, name), '');
  }
}

/** Backs up a file that the request may delete. */
export async function backUpFile(
  changes: FileChanges,
  folder: string,
  name: string,
): Promise<void> {
  const original = path.join(folder, name);
  if (!(await fileExists(original))) return;
  const { backups } = journalPathsOf(path.join(journalFolderOf(folder), changes.id));
  await mkdir(backups, { recursive: true });
  const backup = path.join(backups, name);
  // A hard link costs nothing; it fails across disks.
  await link(original, backup).catch(() => copyFile(original, backup));
  changes.backups.set(name, backup);
}

async function reconcileFiles(
  { id, newFiles, backups, folder, isUsed }: FileChanges,
  isOk: boolean,
) {
  if (!folder || !isUsed) return;
  if (!isOk) {
    if (newFiles.size > 0) await pause(PENDING_WRITES_MS);
    for (const name of newFiles) {
      // Fails for anything but a file, which is then not ours.
      if (!(await isUsed(name))) await unlink(path.join(folder, name)).catch(() => {});
    }
    for (const [name, backup] of backups) {
      if (await isUsed(name)) await restoreFile(backup, path.join(folder, name));
    }
  }
  await rm(path.join(journalFolderOf(folder), id), { recursive: true, force: true });
}

const fileExists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
