import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inRoot } from '#platform/process/root.ts';
import { isGone, type Running, type Supervised, supervise } from './supervise.ts';

const READY_POLL_MS = 100;
/**
 * Memory is looked through before it has grown by half: left to itself, Node takes half a gigabyte for what
 * lives a second. And code that nobody asked for in a quiet minute is kept, for the visitor who comes then.
 */
const MEMORY = ['--heap-growing-percent=40', '--no-flush-bytecode'];
/** The framework's own: we say ourselves where the site is. */
const GREETING = /^\s*(▲ Next\.js|- (Local|Network|Experiments)\b|✓ (Ready|Running|Starting))/;

export interface WebOptions extends Pick<Supervised, 'environment' | 'keepsTrying'> {
  command: 'start' | 'dev';
  host: string;
  port: number;
}

/** Serves the site. It is up once it answers, and the worker works. */
export function serve({ command, host, port, ...rest }: WebOptions): Running {
  const next = inRoot('node_modules/next/dist/bin/next');
  // In development, Next hands what Node was started with to a child in a way that refuses this one.
  const memory = command === 'start' ? MEMORY : [];
  const clients = pathToFileURL(inRoot('src/server/name-clients.ts')).href;
  return supervise({
    ...rest,
    name: 'web server',
    // What readers ask for most is kept before it.
    givesWay: command === 'start',
    args: [
      ...memory,
      '--import',
      clients,
      next,
      command,
      '--hostname',
      host,
      '--port',
      String(port),
    ],
    quiet: GREETING,
    up: (child) => answers(child, `http://${reachable(host)}:${port}/readyz`),
  });
}

/** Waits until it answers. @returns false if it ended before it did */
async function answers(child: ChildProcess, address: string): Promise<boolean> {
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
