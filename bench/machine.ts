import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MongoClient } from 'mongodb';
import { rootPath } from '#platform/process/root.ts';

const run = promisify(execFile);

/** The machine, its software and the commit that were measured. */
export interface Machine {
  cores: number;
  processor: string;
  memoryGiB: number;
  node: string;
  mongodb: string;
  commit: string;
}

/** Describes this machine. Runs outside a git checkout too, with an unknown commit. */
export async function describeMachine(database: MongoClient): Promise<Machine> {
  const { version } = await database.db('admin').command({ buildInfo: 1 });
  const git = (...args: string[]) =>
    run('git', args, { cwd: rootPath() }).then(
      ({ stdout }) => stdout.trim(),
      () => 'unknown',
    );
  const suffix = (await git('status', '--porcelain')) === '' ? '' : ' with changes';
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    mongodb: version,
    commit: `${await git('rev-parse', '--short', 'HEAD')}${suffix}`,
  };
}

/** Returns how many cores are busy. Called while the benchmark is idle, so other programs keep them busy. */
export type BusyCoresProbe = () => Promise<number>;

const SAMPLE_MS = 500;
const QUIET_CORES = 0.3;

/** Longest wait of one call. */
const MAX_WAIT_MS = 10_000;

/**
 * Creates a probe that waits up to 10 s for a quiet moment, until its patience is used up, so that a run on a busy
 * machine ends too.
 * @param patienceMs longest wait of all calls together
 */
export function createPatientProbe(
  patienceMs: number,
  probe: BusyCoresProbe = () => measureBusyCores(SAMPLE_MS),
): BusyCoresProbe {
  let left = patienceMs;
  return async () => {
    const began = performance.now();
    let busy = await probe();
    while (busy > QUIET_CORES && performance.now() - began < Math.min(left, MAX_WAIT_MS))
      busy = await probe();
    left -= performance.now() - began;
    return busy;
  };
}

/** Returns the average number of busy cores over a time in milliseconds. */
async function measureBusyCores(ms: number): Promise<number> {
  const before = cpuTimes();
  await pause(ms);
  const after = cpuTimes();
  return ((after.busy - before.busy) / (after.all - before.all)) * cpus().length;
}

const cpuTimes = () =>
  cpus().reduce(
    ({ busy, all }, { times: { idle, user, nice, sys, irq } }) => ({
      busy: busy + user + nice + sys + irq,
      all: all + user + nice + sys + irq + idle,
    }),
    { busy: 0, all: 0 },
  );
