import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

/** A server whose parent was killed needs a moment to let go of its port. */
const PATIENCE_MS = 3_000;
const POLL_MS = 100;

/**
 * Makes sure that we can listen there.
 * @throws Refusal if something else does
 */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const problem = await tryListening(host, port);
    if (!problem) return;
    if (problem !== 'EADDRINUSE') {
      throw new Refusal(`HOST and PORT must be an address that we can listen on (${problem}).`);
    }
    if (Date.now() > deadline) {
      throw new Refusal(
        `Port ${port} is taken by another program; stop it, or set PORT to another one.`,
      );
    }
    await pause(POLL_MS);
  }
}

/** @returns the code of the error, if there is one */
function tryListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** A port of the loopback address that nobody listens on now. */
export function freePort(): Promise<number> {
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
