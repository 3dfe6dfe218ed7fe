import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, rm, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { logFailure } from '#platform/http/log.ts';
import { asideOf, bringBack, placesOf } from './files-aside.ts';

/** What a request does to files, which no transaction takes back. It stands on the disk as well, for a process that is killed. */
interface FileChanges {
  /** Names the request's folder beside the files. */
  id: string;
  /** Files that it may have written, by their names. */
  made: Set<string>;
  /** Copies of those that it may have deleted, by their names. */
  aside: Map<string, string>;
  /** Called when all is over, however it went. */
  ends: (() => void)[];
  folder?: string;
  isUsed?: (name: string) => Promise<boolean>;
}

/** Payload gives up at the first file that cannot be written, and is still writing the others by then. */
const WRITING_MS = 500;

/** One for the process: the route and the hooks are bundled apart, with modules of their own. */
const STORE = Symbol.for('throughcare.file-changes');
const shared = globalThis as { [STORE]?: AsyncLocalStorage<FileChanges> };
shared[STORE] ??= new AsyncLocalStorage();
const store = shared[STORE];

/** The request that this code runs for; undefined where none is watched, as while seeding. */
export const fileChanges = (): FileChanges | undefined => store.getStore();

/**
 * Runs what writes and deletes files, and afterwards makes them what the database says: files that belong to no
 * document go, and those of a document that is there after all come back. A failure leaves nothing behind.
 */
export async function withFiles(work: () => Promise<Response>): Promise<Response> {
  const changes: FileChanges = {
    id: randomUUID(),
    made: new Set(),
    aside: new Map(),
    ends: [],
  };
  let isDone = false;
  try {
    const answer = await store.run(changes, work);
    isDone = answer.ok;
    return answer;
  } finally {
    await settle(changes, isDone).catch((error: unknown) => logFailure('picture files', error));
    for (const end of changes.ends) end();
  }
}

/** Notes the names of files that the request is about to write. */
export async function noteMade(
  changes: FileChanges,
  folder: string,
  names: string[],
): Promise<void> {
  if (names.length === 0) return;
  const { made } = placesOf(path.join(asideOf(folder), changes.id));
  await mkdir(made, { recursive: true });
  for (const name of names) {
    changes.made.add(name);
    await writeFile(path.join(made, name), '');
  }
}

/** Keeps a file until the request is over, which may delete it. */
export async function setAside(changes: FileChanges, folder: string, name: string): Promise<void> {
  const from = path.join(folder, name);
  if (!(await isThere(from))) return;
  const places = placesOf(path.join(asideOf(folder), changes.id));
  await mkdir(places.kept, { recursive: true });
  const kept = path.join(places.kept, name);
  // A second name costs nothing, where the folder is not of another disk.
  await link(from, kept).catch(() => copyFile(from, kept));
  changes.aside.set(name, kept);
}

async function settle({ id, made, aside, folder, isUsed }: FileChanges, isDone: boolean) {
  if (!folder || !isUsed) return;
  if (!isDone) {
    if (made.size > 0) await pause(WRITING_MS);
    for (const name of made) {
      // What is no file is not ours.
      if (!(await isUsed(name))) await unlink(path.join(folder, name)).catch(() => {});
    }
    for (const [name, kept] of aside) {
      if (await isUsed(name)) await bringBack(kept, path.join(folder, name));
    }
  }
  await rm(path.join(asideOf(folder), id), { recursive: true, force: true });
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
