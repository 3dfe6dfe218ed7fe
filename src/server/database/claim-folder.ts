import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '#platform/process/operator-error.ts';

const POLL_MS = 100;
const OWNER_DEADLINE_MS = 5_000;
const LOCK_DEADLINE_MS = 20_000;

/**
 * Makes this process the owner of a database folder. If an earlier owner was killed and its `mongod` still runs, ends
 * that `mongod` first.
 * @returns a function that releases the folder
 * @throws OperatorError if another process still uses the folder after 5 s (its owner) or 20 s (its `mongod`)
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'owner');
  await waitForEarlierOwner(folder, file);
  await endOrphanedServer(folder);
  const own = (await processIdentity(process.pid)) ?? '';
  await writeFile(file, own);
  return async () => {
    if ((await readFile(file, 'utf8').catch(() => '')) === own) await rm(file, { force: true });
  };
}

/** Returns the error for a folder that another process has open. */
export const folderInUseError = (folder: string, owner?: string | number): OperatorError =>
  new OperatorError(
    `Another process${owner ? ` (${Number.parseInt(`${owner}`, 10)})` : ''} is using ${folder}; stop it, or set DATA_DIR to another folder.`,
  );

/**
 * Returns the id and start time of a process, because ids are reused.
 * @returns undefined if there is no such process, or on a system without /proc
 */
async function processIdentity(pid: number): Promise<string | undefined> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name, in parentheses, may contain spaces; the fields after it do not.
  const [state, ...fields] = status?.slice(status.lastIndexOf(')') + 2).split(' ') ?? [];
  const startTime = fields[18];
  // A zombie has ended: its parent has not read its exit code yet.
  return state === 'Z' || !startTime ? undefined : `${pid} ${startTime}`;
}

/** Waits while an earlier owner shuts down. */
async function waitForEarlierOwner(folder: string, file: string): Promise<void> {
  const deadline = Date.now() + OWNER_DEADLINE_MS;
  for (;;) {
    const owner = await readFile(file, 'utf8').catch(() => '');
    if (!owner || owner !== (await processIdentity(Number.parseInt(owner, 10)))) return;
    if (Date.now() > deadline) throw folderInUseError(folder, owner);
    await pause(POLL_MS);
  }
}

/** Ends the `mongod` of an owner that was killed. */
async function endOrphanedServer(folder: string): Promise<void> {
  const deadline = Date.now() + LOCK_DEADLINE_MS;
  const lock = await readFile(path.join(folder, 'mongod.lock'), 'utf8').catch(() => '');
  const pid = Number(lock);
  if (!pid || !(await isMongod(pid))) return;
  // The id may belong to another process by now, so it is ended only if its command line names this folder.
  if ((await readCommandLine(pid))?.includes(folder)) process.kill(pid, 'SIGTERM');
  while (await isMongod(pid)) {
    if (Date.now() > deadline) throw folderInUseError(folder, pid);
    await pause(POLL_MS);
  }
}

/** True if the process is a `mongod`, or may be one on a system without /proc. */
async function isMongod(pid: number): Promise<boolean> {
  return isAlive(pid) && ((await readCommandLine(pid))?.[0]?.includes('mongod') ?? true);
}

const readCommandLine = async (pid: number): Promise<string[] | undefined> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined))?.split('\0');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
