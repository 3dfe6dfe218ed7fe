import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

const lastRuns = new WeakMap<Socket, Promise<void>>();

/**
 * Runs `work` once the work of earlier requests on the same connection is done (pipelining, RFC 9112, 9.3.2).
 * Its response could not be sent earlier, and no client occupies several connections to the origin. `work` is
 * skipped if the client hangs up first.
 */
export function runInRequestOrder(
  { socket }: IncomingMessage,
  work: () => Promise<void>,
): Promise<void> {
  const previous = lastRuns.get(socket);
  const run = previous ? previous.then(() => (socket.destroyed ? undefined : work())) : work();
  lastRuns.set(
    socket,
    run.catch(() => {}),
  );
  return run;
}
