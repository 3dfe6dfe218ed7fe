import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MongoClient } from 'mongodb';
import { inRoot } from '#platform/process/root.ts';

const run = promisify(execFile);

/** Where and of what the figures are. */
export interface Machine {
  cores: number;
  processor: string;
  memoryGiB: number;
  node: string;
  mongodb: string;
  commit: string;
}

export async function machine(database: MongoClient): Promise<Machine> {
  const { version } = await database.db('admin').command({ buildInfo: 1 });
  const git = (...args: string[]) =>
    run('git', args, { cwd: inRoot() }).then(
      ({ stdout }) => stdout.trim(),
      () => 'unknown',
    );
  const changed = (await git('status', '--porcelain')) === '' ? '' : ' with changes';
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    mongodb: version,
    commit: `${await git('rev-parse', '--short', 'HEAD')}${changed}`,
  };
}

/** Looks at how many cores are busy with nothing of ours at work: what others keep busy. */
export type Look = () => Promise<number>;

const LOOK_MS = 500;
const QUIET_CORES = 0.3;

/** One look waits no longer for a quiet moment. */
const LONGEST_MS = 10_000;

/**
 * Looks that wait a little for a quiet moment, while there is patience for it: a run on a busy machine comes
 * to its end.
 */
export function patientLook(patienceMs: number, look: Look = () => busyCores(LOOK_MS)): Look {
  let left = patienceMs;
  return async () => {
    const began = performance.now();
    let busy = await look();
    while (busy > QUIET_CORES && performance.now() - began < Math.min(left, LONGEST_MS))
      busy = await look();
    left -= performance.now() - began;
    return busy;
  };
}

/** How many cores were busy over so many milliseconds. */
async function busyCores(ms: number): Promise<number> {
  const before = times();
  await pause(ms);
  const after = times();
  return ((after.busy - before.busy) / (after.all - before.all)) * cpus().length;
}

const times = () =>
  cpus().reduce(
    ({ busy, all }, { times: { idle, user, nice, sys, irq } }) => ({
      busy: busy + user + nice + sys + irq,
      all: all + user + nice + sys + irq + idle,
    }),
    { busy: 0, all: 0 },
  );
