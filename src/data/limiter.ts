import { type Limit, limiterOf, type Verdict } from '#platform/http/counted-limit.ts';
import { payload } from './payload.ts';

/**
 * Counts what somebody does, in the database, so that all processes share the count. What is counted
 * under (an address, an account) is stored as a keyed hash only.
 * @throws the driver's error if the database is away
 */
export function limiter(limit: Limit): (key: string, cost?: number) => Promise<Verdict> {
  const count = limiterOf(limit);
  return async (key, cost) => count(await payload(), key, cost);
}
