import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from './operator-error.ts';

/** A server whose parent was killed needs a moment to release its port. */
const MAX_WAIT_MS = 3_000;
const POLL_MS = 100;

/**
 * Makes sure that this process can listen on a port; waits up to three seconds for it.
 * @throws OperatorError if another program uses it, or the address is not one of this machine
 */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const deadline = Date.now() + MAX_WAIT_MS;
  for (;;) {
    const problem = await tryListening(host, port);
    if (!problem) return;
    if (problem !== 'EADDRINUSE') {
      throw new OperatorError(
        `HOST and PORT must be an address that we can listen on (${problem}).`,
      );
    }
    if (Date.now() > deadline) {
      throw new OperatorError(
        `Port ${port} is taken by another program; stop it, or set PORT to another one.`,
      );
    }
    await pause(POLL_MS);
  }
}

/** Returns the code of the error, or undefined if the port is free. */
function tryListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** Returns a free port of the loopback address. Another program may take it before the caller does. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No free port.')),
      );
    });
  });
}
