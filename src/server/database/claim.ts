import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '#platform/process/refusal.ts';

const POLL_MS = 100;
const OWNER_DEADLINE_MS = 5_000;
const LOCK_DEADLINE_MS = 20_000;

/**
 * Makes this process the owner of a database folder. A server that outlived its owner, who was killed,
 * is asked to close its files first.
 * @throws Refusal if the folder is in use
 * @returns gives the folder back
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'owner');
  await earlierOwnerGone(folder, file);
  await earlierServerGone(folder);
  const own = (await identity(process.pid)) ?? '';
  await writeFile(file, own);
  return async () => {
    if ((await readFile(file, 'utf8').catch(() => '')) === own) await rm(file, { force: true });
  };
}

/** What is said of a folder that another process has open. */
export const inUse = (folder: string, owner?: string | number): Refusal =>
  new Refusal(
    `Another process${owner ? ` (${Number.parseInt(`${owner}`, 10)})` : ''} is using ${folder}; stop it, or set DATA_DIR to another folder.`,
  );

/**
 * A process by its number and the moment it began, because numbers are used again.
 * @returns undefined if there is no such process, or on a system that does not tell
 */
async function identity(pid: number): Promise<string | undefined> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name, in parentheses, may hold spaces; what follows it does not.
  const [state, ...more] = status?.slice(status.lastIndexOf(')') + 2).split(' ') ?? [];
  const began = more[18];
  // A process that ended stays listed until its parent asks how.
  return state === 'Z' || !began ? undefined : `${pid} ${began}`;
}

/** An owner that was asked to stop needs a moment. */
async function earlierOwnerGone(folder: string, file: string): Promise<void> {
  const deadline = Date.now() + OWNER_DEADLINE_MS;
  for (;;) {
    const owner = await readFile(file, 'utf8').catch(() => '');
    if (!owner || owner !== (await identity(Number.parseInt(owner, 10)))) return;
    if (Date.now() > deadline) throw inUse(folder, owner);
    await pause(POLL_MS);
  }
}

async function earlierServerGone(folder: string): Promise<void> {
  const deadline = Date.now() + LOCK_DEADLINE_MS;
  const lock = await readFile(path.join(folder, 'mongod.lock'), 'utf8').catch(() => '');
  const pid = Number(lock);
  if (!pid || !(await isMongod(pid))) return;
  // Only what surely is the server of this folder is asked to end; it may be another's by now.
  if ((await commandOf(pid))?.includes(folder)) process.kill(pid, 'SIGTERM');
  while (await isMongod(pid)) {
    if (Date.now() > deadline) throw inUse(folder, pid);
    await pause(POLL_MS);
  }
}

/** Where the system does not tell what a process is, it may well be one. */
async function isMongod(pid: number): Promise<boolean> {
  return isAlive(pid) && ((await commandOf(pid))?.[0]?.includes('mongod') ?? true);
}

const commandOf = async (pid: number): Promise<string[] | undefined> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined))?.split('\0');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
