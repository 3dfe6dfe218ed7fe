import { createHmac } from 'node:crypto';
import type { Payload } from 'payload';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '#platform/environment/env.ts';

export interface Limit {
  /** What is counted, in one word; each has a count of its own. */
  name: string;
  /** So many of them are let through … */
  points: number;
  /** … in so many seconds, which begin with the first. */
  seconds: number;
}

export interface Verdict {
  ok: boolean;
  /** After so many seconds, whole ones, the next is let through. */
  retryAfterS: number;
}

const COLLECTION = 'rate-limits';

/** A lost count lets somebody try once more; nobody has to wait for a disk because of it. */
const WRITES = { writeConcern: { w: 1, journal: false } } as const;

/**
 * Counts what somebody does, in the database, so that all processes share the count. What is counted
 * under (an address, an account) is stored as a keyed hash only. For what Payload is configured with:
 * all others have `limiter`.
 * @throws the driver's error if the database is away
 */
export function limiterOf(
  limit: Limit,
): (payload: Payload, key: string, cost?: number) => Promise<Verdict> {
  let counter: Promise<RateLimiterMongo> | undefined;
  return async (payload, key, cost = 1) => {
    counter ??= counterFor(limit, payload).catch((error) => {
      counter = undefined;
      throw error;
    });
    try {
      await (await counter).consume(hash(key), cost);
      return { ok: true, retryAfterS: 0 };
    } catch (verdict) {
      if (!(verdict instanceof RateLimiterRes)) throw verdict;
      return { ok: false, retryAfterS: Math.max(1, Math.ceil(verdict.msBeforeNext / 1000)) };
    }
  };
}

async function counterFor({ name, points, seconds }: Limit, { db: { connection } }: Payload) {
  const allowed = Math.max(1, Math.round(points * env.RATE_LIMIT_FACTOR));
  const counter = new RateLimiterMongo({
    storeClient: connection.getClient().db(connection.name, WRITES),
    tableName: COLLECTION,
    keyPrefix: name,
    points: allowed,
    duration: seconds,
    // Who is over it already costs the database nothing more.
    inMemoryBlockOnConsumed: allowed + 1,
    disableIndexesCreation: true,
  });
  // Waited for: without its unique index, two first ones would count apart.
  await counter.createIndexes();
  return counter;
}

const hash = (key: string): string =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(`limit:${key}`)
    .digest('base64url');
