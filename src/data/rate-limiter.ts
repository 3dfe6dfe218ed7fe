import {
  createRateLimiter,
  type RateLimit,
  type RateLimitResult,
} from '#platform/http/rate-limiter.ts';
import { payload } from './payload.ts';

/**
 * Creates a rate limiter on the Payload instance of this process. All processes share the counts in the database, under
 * keyed hashes of the keys (an address, an account).
 * @throws the driver's error if the database is unavailable
 */
export function createBoundRateLimiter(
  limit: RateLimit,
): (key: string, cost?: number) => Promise<RateLimitResult> {
  const count = createRateLimiter(limit);
  return async (key, cost) => count(await payload(), key, cost);
}
