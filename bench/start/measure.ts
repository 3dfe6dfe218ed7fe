import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '#platform/process/port.ts';
import { printLine } from '#platform/process/progress.ts';
import { rootPath } from '#platform/process/root.ts';
import type { BusyCoresProbe } from '../machine.ts';
import { median } from '../median.ts';

const POLL_MS = 20;

export interface ColdStart {
  /** Time from the command to the first successful response of /readyz, median of all rounds. */
  seconds: number;
  rounds: number[];
  othersBusy: number[];
}

/** Measures how long `npm start` takes on a built checkout with data. */
export async function measureStart(
  environment: NodeJS.ProcessEnv,
  rounds: number,
  probe: BusyCoresProbe,
): Promise<ColdStart> {
  const seconds: number[] = [];
  const othersBusy: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    othersBusy.push(await probe());
    seconds.push(await timeStart(environment));
    printLine(`  ready after ${seconds.at(-1)?.toFixed(2)} s`);
  }
  return { seconds: median(seconds), rounds: seconds, othersBusy };
}

async function timeStart(environment: NodeJS.ProcessEnv): Promise<number> {
  const port = await findFreePort();
  const began = performance.now();
  const command = spawn('npm', ['start'], {
    cwd: rootPath(),
    env: { ...environment, PORT: String(port), SITE_URL: '', DATABASE_URI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that one signal reaches the whole group, as Ctrl-C does.
    detached: true,
  });
  command.stdout.resume();
  command.stderr.resume();
  // The event `close` comes once all of its processes have closed their output.
  const closed = once(command, 'close');
  try {
    while (command.exitCode === null) {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      if (response?.ok) return (performance.now() - began) / 1000;
      await pause(POLL_MS);
    }
    throw new Error(`npm start ended with ${command.exitCode}.`);
  } finally {
    if (command.pid && command.exitCode === null) process.kill(-command.pid, 'SIGINT');
    await closed;
  }
}
