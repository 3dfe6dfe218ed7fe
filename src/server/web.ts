import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Refusal } from './boot/refusal.ts';
import { say } from './progress.ts';
import { inRoot } from './root.ts';

const READY_POLL_MS = 100;
const FINISH_MS = 15_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
const ATTEMPTS = 10;
/** Memory is looked through before it has grown by half: left to itself, Node takes half a gigabyte for what lives a second. */
const HEAP_GROWTH = '--heap-growing-percent=40';
const GREETING = /^\s*(▲ Next\.js|- (Local|Network|Experiments)\b|✓ (Ready|Running|Starting))/;

export interface WebOptions {
  command: 'start' | 'dev';
  host: string;
  port: number;
  environment: NodeJS.ProcessEnv;
  /** Called when it died and does not come back. */
  onLost: (reason: Error) => void;
}

export interface Web {
  /** Resolves once it answers; rejects if it does not come up at all, it has said why. */
  ready: Promise<void>;
  /** Lets it finish what it is answering, then ends it. */
  stop(): Promise<void>;
}

/** Serves the site from a process of its own, which is started again if it dies. */
export function serve(options: WebOptions): Web {
  let stopping = false;
  let child = launch(options);

  const comeBack = async (failures: number): Promise<void> => {
    await gone(child);
    if (stopping) return;
    if (failures >= ATTEMPTS) throw new Error('The web server does not stay up.');
    say('The web server stopped unexpectedly; starting it again.');
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
    if (stopping) return;
    child = launch(options);
    return comeBack((await answers(child, options)) ? 0 : failures + 1);
  };

  return {
    ready: answers(child, options).then((up) => {
      if (!up) throw new Refusal('The web server did not start.');
      comeBack(0).catch(options.onLost);
    }),
    async stop() {
      stopping = true;
      await end(child);
    },
  };
}

function launch({ command, host, port, environment }: WebOptions): ChildProcess {
  const before = ['leash.ts', 'name-clients.ts'].flatMap((file) => [
    '--import',
    pathToFileURL(inRoot(`src/server/${file}`)).href,
  ]);
  const next = inRoot('node_modules/next/dist/bin/next');
  const child = spawn(
    process.execPath,
    [HEAP_GROWTH, ...before, next, command, '--hostname', host, '--port', String(port)],
    {
      cwd: inRoot(),
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      // A group of its own: Ctrl-C reaches us alone, and we stop things in order.
      detached: true,
    },
  );
  if (child.stdout) passOn(child.stdout);
  return child;
}

/** Prints what it says, but for the framework's own greeting: we say ourselves where the site is. */
function passOn(output: Readable): void {
  createInterface({ input: output }).on('line', (line) => {
    if (!GREETING.test(line)) say(line);
  });
}

const isGone = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function gone(child: ChildProcess): Promise<void> {
  if (!isGone(child)) await once(child, 'exit');
}

/** Waits until it answers. @returns false if it ended before it did */
async function answers(child: ChildProcess, { host, port }: WebOptions): Promise<boolean> {
  const address = `http://${reachable(host)}:${port}/readyz`;
  while (!isGone(child)) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(READY_POLL_MS);
  }
  return false;
}

/** Where a server answers that listens on this address. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function end(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), FINISH_MS);
  await gone(child);
  clearTimeout(late);
}
