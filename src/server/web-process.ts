import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { rootPath } from '#platform/process/root.ts';
import {
  hasExited,
  type SupervisedProcess,
  type SuperviseOptions,
  supervise,
} from './supervise.ts';

const READY_POLL_MS = 100;
/**
 * Collect garbage once the heap has grown by 40 %: by default it grows to half a gigabyte of short-lived objects. And
 * keep compiled code while the site is idle, so that the next visitor does not wait for it.
 */
const MEMORY_FLAGS = ['--heap-growing-percent=40', '--no-flush-bytecode'];
/** Next's own messages at its start; we print the address of the site ourselves. */
const NEXT_BANNER = /^\s*(▲ Next\.js|- (Local|Network|Experiments)\b|✓ (Ready|Running|Starting))/;

export interface WebOptions extends Pick<SuperviseOptions, 'environment' | 'retriesFirstStart'> {
  command: 'start' | 'dev';
  host: string;
  port: number;
}

/** Starts Next. It is ready once `/readyz` answers 200, which also takes a working worker. */
export function startWeb({ command, host, port, ...rest }: WebOptions): SupervisedProcess {
  const next = rootPath('node_modules/next/dist/bin/next');
  // In development, Next passes the flags on to a child by NODE_OPTIONS, where Node does not allow these.
  const memory = command === 'start' ? MEMORY_FLAGS : [];
  const forwardClientAddress = pathToFileURL(rootPath('src/server/forward-client-address.ts')).href;
  return supervise({
    ...rest,
    name: 'web server',
    // The edge serves most requests of readers from its cache.
    hasLowerPriority: command === 'start',
    args: [
      ...memory,
      '--import',
      forwardClientAddress,
      next,
      command,
      '--hostname',
      host,
      '--port',
      String(port),
    ],
    ignoredOutput: NEXT_BANNER,
    waitUntilReady: (child) =>
      waitForReadyResponse(child, `http://${urlHostOf(host)}:${port}/readyz`),
  });
}

/** Polls an address until it answers with success. @returns false if the process exits before */
async function waitForReadyResponse(child: ChildProcess, address: string): Promise<boolean> {
  while (!hasExited(child)) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return true;
    await pause(READY_POLL_MS);
  }
  return false;
}

/** Returns the host for URLs of a server that listens on this address. */
function urlHostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
