import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { say } from '#platform/process/progress.ts';
import { Refusal } from '#platform/process/refusal.ts';
import { inRoot } from '#platform/process/root.ts';
import { giveWay } from './give-way.ts';
import { saySeldom } from './seldom.ts';

const FINISH_MS = 15_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

export interface Supervised {
  /** What it is called at the terminal, like “web server”. */
  name: string;
  /** A program of Node's, with its arguments. */
  args: string[];
  environment: NodeJS.ProcessEnv;
  /** Resolves once it does its work, or with false if it ended before it did. */
  up: (child: ChildProcess) => Promise<boolean>;
  /** Lines of its output that are not passed on. */
  quiet?: RegExp;
  /** True if readers can do without it for a moment. */
  givesWay?: boolean;
  /** True if it is also started again while it has never come up. */
  keepsTrying?: boolean;
}

export interface Running {
  /** Resolves once it does its work; rejects if it does not come up and is not tried again: it has said why. */
  ready: Promise<void>;
  /** Lets it finish what it has in hand, then ends it. */
  stop(): Promise<void>;
}

/**
 * Runs a program in a process of its own, which is started again if it dies, as often as it takes: what
 * runs beside it still serves somebody.
 */
export function supervise(options: Supervised): Running {
  const { name, up, keepsTrying } = options;
  const ready = Promise.withResolvers<void>();
  let stopping = false;
  let child: ChildProcess | undefined;
  const sayAgain = saySeldom();

  const begin = async (): Promise<boolean> => {
    child = launch(options);
    return child !== undefined && up(child);
  };
  const keepUp = async (isUp: boolean): Promise<void> => {
    for (let failures = 0; ; ) {
      if (isUp) ready.resolve();
      if (child) await gone(child);
      if (stopping) return;
      // One that comes up and dies is a new matter each time; one that does not come up is the same.
      (isUp ? say : sayAgain)(`The ${name} stopped unexpectedly; starting it again.`);
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
      if (stopping) return;
      isUp = await begin();
      failures = isUp ? 0 : failures + 1;
    }
  };
  begin().then((isUp) => {
    if (isUp || keepsTrying) return keepUp(isUp);
    return ready.reject(new Refusal(`The ${name} did not start.`));
  });

  return {
    ready: ready.promise,
    async stop() {
      stopping = true;
      if (child) await end(child);
    },
  };
}

/** Undefined if the system has no process for it now, as where it is short of memory or of files. */
function launch(options: Supervised): ChildProcess | undefined {
  const { args, quiet, givesWay } = options;
  const child = spawnNode(args, options.environment);
  // It is told of by an event, or not even by one.
  child?.once('error', () => {});
  if (!child?.pid) return undefined;
  if (givesWay) giveWay(child.pid);
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!quiet?.test(line)) say(line);
    });
  }
  return child;
}

function spawnNode(args: string[], environment: NodeJS.ProcessEnv): ChildProcess | undefined {
  const leash = pathToFileURL(inRoot('src/server/leash.ts')).href;
  try {
    return spawn(process.execPath, ['--import', leash, ...args], {
      cwd: inRoot(),
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      // A group of its own: Ctrl-C reaches us alone, and we stop things in order.
      detached: true,
    });
  } catch {
    return undefined;
  }
}

/** For a program that says so itself: true with its first message, false if it ended before. */
export const saysReady = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
  });

export const isGone = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function gone(child: ChildProcess): Promise<void> {
  if (!isGone(child)) await new Promise((resolve) => child.once('exit', resolve));
}

async function end(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), FINISH_MS);
  await gone(child);
  clearTimeout(late);
}
