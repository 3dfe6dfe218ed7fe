import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#platform/environment/env.ts';
import { rateLimitKeyOfAddress, resolveClientAddress } from '#platform/http/client-address.ts';

/** Limits that keep slow request bodies (as of Slowloris) from occupying the edge. */
export interface RequestBodyLimits {
  /** In each window of this length… */
  windowMs: number;
  /** …a body has to bring at least this many bytes, or its end. */
  minBytes: number;
  /** Incomplete bodies of one client network at a time. */
  maxConcurrent: number;
}

/** The slowest mobile networks bring four times the minimum, and a form is complete within the first window. */
export const REQUEST_BODY_LIMITS: RequestBodyLimits = {
  windowMs: 10_000,
  minBytes: 2_560,
  maxConcurrent: Math.ceil(64 * env.RATE_LIMIT_FACTOR),
};

type RejectRequest = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * Returns a function that watches the body of a request, and calls `reject` if it exceeds the limits. If a client
 * network has too many incomplete bodies, the oldest is rejected: an honest one is complete within moments.
 */
export function limitRequestBodies(
  { windowMs, minBytes, maxConcurrent }: RequestBodyLimits,
  reject: RejectRequest,
) {
  const incompleteByNetwork = new Map<string, Map<IncomingMessage, () => void>>();
  return function watchBody(req: IncomingMessage, res: ServerResponse): void {
    const { socket } = req;
    const network = rateLimitKeyOfAddress(resolveClientAddress(req) ?? '');
    const incomplete = incompleteByNetwork.get(network) ?? new Map<IncomingMessage, () => void>();
    incompleteByNetwork.set(network, incomplete);
    let bytesBefore = socket.bytesRead;
    const stop = () => {
      clearInterval(timer);
      if (incomplete.delete(req) && incomplete.size === 0) incompleteByNetwork.delete(network);
    };
    const stopAndReject = () => {
      stop();
      reject(req, res);
    };
    const check = () => {
      // Bytes that are buffered here wait for the origin, not for the client.
      const isWaiting = incomplete.has(req) && !req.complete && req.readableLength === 0;
      if (isWaiting && socket.bytesRead - bytesBefore < minBytes) stopAndReject();
      bytesBefore = socket.bytesRead;
    };
    // If the event loop was blocked, bytes that arrived meanwhile are read before the check.
    const timer = setInterval(() => setImmediate(check), windowMs);
    req.once('close', stop);
    incomplete.set(req, stopAndReject);
    if (incomplete.size <= maxConcurrent) return;
    const [oldest] = [...incomplete.keys()].filter(({ complete }) => !complete);
    if (oldest) incomplete.get(oldest)?.();
  };
}
