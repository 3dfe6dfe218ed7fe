import { createHmac } from 'node:crypto';
import type { Payload } from 'payload';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '#platform/environment/env.ts';

export interface RateLimit {
  /** Name of the limit; each has its own counters. */
  name: string;
  /** Number of actions allowed in the window. */
  points: number;
  /** Length of the window, which begins with the first action. */
  seconds: number;
}

export interface RateLimitResult {
  ok: boolean;
  /** Whole seconds until the next action is allowed; 0 if this one is. */
  retryAfterS: number;
}

const COLLECTION = 'rate-limits';

/** Does not wait for the disk: a lost count only allows one more action. */
const WRITE_CONCERN = { writeConcern: { w: 1, journal: false } } as const;

/**
 * Creates a rate limiter whose counters are in the database, so that all processes share them. Keys (an address, an
 * account) are stored as keyed hashes. A negative cost refunds an action. This one is for code that Payload's
 * configuration imports; everything else uses `limiter` of `data/`.
 * @throws the driver's error if the database is unavailable
 */
export function createRateLimiter(
  limit: RateLimit,
): (payload: Payload, key: string, cost?: number) => Promise<RateLimitResult> {
  let counter: Promise<RateLimiterMongo> | undefined;
  return async (payload, key, cost = 1) => {
    counter ??= createCounter(limit, payload).catch((error) => {
      counter = undefined;
      throw error;
    });
    try {
      await (await counter).consume(hash(key), cost);
      return { ok: true, retryAfterS: 0 };
    } catch (error) {
      // The library rejects with a result, not an error, if the limit is reached.
      if (!(error instanceof RateLimiterRes)) throw error;
      return { ok: false, retryAfterS: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) };
    }
  };
}

async function createCounter(
  { name, points, seconds }: RateLimit,
  { db: { connection } }: Payload,
) {
  const allowed = Math.max(1, Math.round(points * env.RATE_LIMIT_FACTOR));
  const counter = new RateLimiterMongo({
    storeClient: connection.getClient().db(connection.name, WRITE_CONCERN),
    tableName: COLLECTION,
    keyPrefix: name,
    points: allowed,
    duration: seconds,
    // A client over the limit causes no more queries.
    inMemoryBlockOnConsumed: allowed + 1,
    disableIndexesCreation: true,
  });
  // Without the unique index, two simultaneous first actions would get separate counters.
  await counter.createIndexes();
  return counter;
}

const hash = (key: string): string =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(`limit:${key}`)
    .digest('base64url');
