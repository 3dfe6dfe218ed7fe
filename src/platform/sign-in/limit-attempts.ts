import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload';
import { clientAddress, rateLimitKeyOfAddress } from '#platform/http/client-address.ts';
import { createRateLimiter, type RateLimitResult } from '#platform/http/rate-limiter.ts';
import { parseCredentials } from './credentials.ts';
import { knownDeviceOf } from './device-cookie.ts';
import { equalizeTiming } from './equalize-timing.ts';
import { throwIfOverLimit } from './too-many-attempts.ts';

const QUARTER_HOUR_S = 15 * 60;

// No limit counts by account alone: anybody who knows a colleague's address could lock the colleague out.
const countByAddress = createRateLimiter({ name: 'sign-in', points: 50, seconds: QUARTER_HOUR_S });
const countByAccount = createRateLimiter({
  name: 'sign-in-account',
  points: 10,
  seconds: QUARTER_HOUR_S,
});

/** For a device that signed in to the account before: guesses by others behind the same address do not lock it out. */
const countByDevice = createRateLimiter({
  name: 'sign-in-device',
  points: 10,
  seconds: QUARTER_HOUR_S,
});

/** Returns the rate limit key of the client's address. All requests without one share a key. */
export function rateLimitKeyOfClient(headers: Headers): string {
  const address = clientAddress(headers);
  return address ? rateLimitKeyOfAddress(address) : 'unknown';
}

const COUNTED_BY = 'signInCounted';

/** Counts an attempt in all of its counters; with -1, removes it from them. */
type CountAttempt = (cost?: 1 | -1) => Promise<RateLimitResult[]>;

/**
 * Counts each sign-in attempt before Payload checks it, so that parallel attempts are counted too. Also equalizes the
 * time of attempts for accounts that do not exist.
 * @throws TooManyAttempts
 */
export const limitSignInAttempts: CollectionBeforeOperationHook = async ({
  operation,
  args,
  req,
}) => {
  if ((operation as string) !== 'login') return;
  const credentials = parseCredentials((args as { data?: unknown }).data);
  // Incomplete credentials are no attempt; Payload rejects them. A retried transaction is no new attempt.
  if (!credentials || req.context[COUNTED_BY]) return;
  const counters = attemptCounters(req, credentials.email);
  const counted: CountAttempt[] = [];
  let results: RateLimitResult[] = [];
  for (const count of counters) {
    counted.push(count);
    results = await count();
    if (results.every(({ ok }) => ok)) break;
  }
  throwIfOverLimit(results, req);
  req.context[COUNTED_BY] = counted;
  await equalizeTiming(credentials, req);
};

/**
 * Returns the counters in their order: a known device uses its own until that is used up, then those of unknown
 * devices.
 */
function attemptCounters({ headers, payload }: PayloadRequest, email: string): CountAttempt[] {
  const address = rateLimitKeyOfClient(headers);
  const device = knownDeviceOf(headers, email);
  const countUnknownDevice: CountAttempt = (cost) =>
    Promise.all([
      countByAddress(payload, address, cost),
      countByAccount(payload, `${address} ${email}`, cost),
    ]);
  const countKnownDevice: CountAttempt = async (cost) => [
    await countByDevice(payload, `${device} ${email}`, cost),
  ];
  return device ? [countKnownDevice, countUnknownDevice] : [countUnknownDevice];
}

/** Removes the attempt from its counters after a successful sign-in. */
export const refundSignInAttempt: CollectionAfterOperationHook = async ({
  operation,
  req,
  result,
}) => {
  const counted = req.context[COUNTED_BY] as CountAttempt[] | undefined;
  if ((operation as string) === 'login' && counted) {
    delete req.context[COUNTED_BY];
    await Promise.all(counted.map((count) => count(-1)));
  }
  return result;
};
