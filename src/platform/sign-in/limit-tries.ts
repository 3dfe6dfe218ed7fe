import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload';
import { clientAddress, householdOf } from '#platform/http/client-address.ts';
import { limiterOf, type Verdict } from '#platform/http/counted-limit.ts';
import { asMuchWork } from './as-much-work.ts';
import { deviceOf } from './device-cookie.ts';
import { refuseIfOver } from './too-many-tries.ts';
import { typedAccount } from './typed-account.ts';

const QUARTER_HOUR_S = 15 * 60;

// No limit of an account alone: whoever knows a colleague's address could lock the colleague out.
const byAddress = limiterOf({ name: 'sign-in', points: 50, seconds: QUARTER_HOUR_S });
const byAccount = limiterOf({ name: 'sign-in-account', points: 10, seconds: QUARTER_HOUR_S });

/** Of a device that signed in to the account before: who guesses behind the same address does not lock it out. */
const byDevice = limiterOf({ name: 'sign-in-device', points: 10, seconds: QUARTER_HOUR_S });

/** Where a request came from; all that no socket told are one. */
export function comesFrom(headers: Headers): string {
  const address = clientAddress(headers);
  return address ? householdOf(address) : 'unknown';
}

const COUNTED = 'signInCounted';

/** Counts a try, or with -1 takes it back, wherever this one is counted. */
type Count = (cost?: 1 | -1) => Promise<Verdict[]>;

/**
 * Counts each try to sign in before it is looked at, so that tries side by side are counted as well,
 * and makes one for an account that is not there as long as any other.
 */
export const limitTries: CollectionBeforeOperationHook = async ({ operation, args, req }) => {
  if ((operation as string) !== 'login') return;
  const typed = typedAccount((args as { data?: unknown }).data);
  // Payload says what is missing; nothing was tried. A transaction that is begun anew is no new try.
  if (!typed || req.context[COUNTED]) return;
  const counts = countsOf(req, typed.email);
  const counted: Count[] = [];
  let verdicts: Verdict[] = [];
  for (const count of counts) {
    counted.push(count);
    verdicts = await count();
    if (verdicts.every(({ ok }) => ok)) break;
  }
  refuseIfOver(verdicts, req);
  req.context[COUNTED] = counted;
  await asMuchWork(typed, req);
};

/** A known device is counted by itself until it has tried too often; then it is a stranger like all others. */
function countsOf({ headers, payload }: PayloadRequest, email: string): Count[] {
  const address = comesFrom(headers);
  const device = deviceOf(headers, email);
  const asStranger: Count = (cost) =>
    Promise.all([
      byAddress(payload, address, cost),
      byAccount(payload, `${address} ${email}`, cost),
    ]);
  const asKnown: Count = async (cost) => [await byDevice(payload, `${device} ${email}`, cost)];
  return device ? [asKnown, asStranger] : [asStranger];
}

/** Who signed in did not guess: the try is given back. */
export const giveTryBack: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  const counted = req.context[COUNTED] as Count[] | undefined;
  if ((operation as string) === 'login' && counted) {
    delete req.context[COUNTED];
    await Promise.all(counted.map((count) => count(-1)));
  }
  return result;
};
