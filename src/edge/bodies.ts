import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#platform/environment/env.ts';
import { addressOf, householdOf } from '#platform/http/client-address.ts';

/** How long is waited for what requests carry. */
export interface Patience {
  /** In each such span of time… */
  windowMs: number;
  /** …so much has to come in, or all the rest. */
  leastBytes: number;
  /** So many of one household may be on their way at the same time. */
  most: number;
}

/** A phone on the edge of the slowest network brings four times as much; a form is whole in the first span. */
export const PATIENCE: Patience = {
  windowMs: 10_000,
  leastBytes: 2_560,
  most: Math.ceil(64 * env.RATE_LIMIT_FACTOR),
};

type GiveUp = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * Watches what requests carry come in, and gives up on those that are too slow. Where too many of one household
 * are on their way, the one that has been for longest is given up: one that is meant is whole in a moment.
 */
export function watchBodies({ windowMs, leastBytes, most }: Patience, giveUp: GiveUp) {
  const coming = new Map<string, Map<IncomingMessage, () => void>>();
  return function watch(req: IncomingMessage, res: ServerResponse): void {
    const { socket } = req;
    const household = householdOf(addressOf(req) ?? '');
    const others = coming.get(household) ?? new Map<IncomingMessage, () => void>();
    coming.set(household, others);
    let before = socket.bytesRead;
    const stop = () => {
      clearInterval(looking);
      if (others.delete(req) && others.size === 0) coming.delete(household);
    };
    const end = () => {
      stop();
      giveUp(req, res);
    };
    const look = () => {
      // What waits here to be read is not late.
      const isLate = others.has(req) && !req.complete && req.readableLength === 0;
      if (isLate && socket.bytesRead - before < leastBytes) end();
      before = socket.bytesRead;
    };
    // Where this process was late itself, what came meanwhile is counted first.
    const looking = setInterval(() => setImmediate(look), windowMs);
    req.once('close', stop);
    others.set(req, end);
    if (others.size <= most) return;
    const [longest] = [...others.keys()].filter(({ complete }) => !complete);
    if (longest) others.get(longest)?.();
  };
}
