import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#platform/process/port.ts';
import { say } from '#platform/process/progress.ts';
import { inRoot } from '#platform/process/root.ts';
import type { Look } from '../machine.ts';
import { median } from '../median.ts';

const POLL_MS = 20;

export interface ColdStart {
  /** From the command to the first good answer of /readyz. */
  seconds: number;
  rounds: number[];
  othersBusy: number[];
}

/** How long `npm start` takes on a built checkout that has run before. */
export async function measureStart(
  environment: NodeJS.ProcessEnv,
  rounds: number,
  look: Look,
): Promise<ColdStart> {
  const seconds: number[] = [];
  const othersBusy: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    othersBusy.push(await look());
    seconds.push(await start(environment));
    say(`  ready after ${seconds.at(-1)?.toFixed(2)} s`);
  }
  return { seconds: median(seconds), rounds: seconds, othersBusy };
}

async function start(environment: NodeJS.ProcessEnv): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const command = spawn('npm', ['start'], {
    cwd: inRoot(),
    env: { ...environment, PORT: String(port), SITE_URL: '', DATABASE_URI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: it is ended as by Ctrl-C, which reaches all that a terminal has started.
    detached: true,
  });
  command.stdout.resume();
  command.stderr.resume();
  // Not before all that it started has let go of what it writes to.
  const ended = once(command, 'close');
  try {
    while (command.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      if (answer?.ok) return (performance.now() - began) / 1000;
      await pause(POLL_MS);
    }
    throw new Error(`npm start ended with ${command.exitCode}.`);
  } finally {
    if (command.pid && command.exitCode === null) process.kill(-command.pid, 'SIGINT');
    await ended;
  }
}
