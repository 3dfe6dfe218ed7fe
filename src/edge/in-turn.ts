import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

const turns = new WeakMap<Socket, Promise<void>>();

/**
 * Does the work for a request once that for those before it on its connection is done: its answer could not go out
 * earlier, and one connection asks the site for one thing at a time. Nothing is done for who has hung up.
 */
export function inTurn({ socket }: IncomingMessage, work: () => Promise<void>): Promise<void> {
  const before = turns.get(socket);
  const turn = before ? before.then(() => (socket.destroyed ? undefined : work())) : work();
  turns.set(
    socket,
    turn.catch(() => {}),
  );
  return turn;
}
