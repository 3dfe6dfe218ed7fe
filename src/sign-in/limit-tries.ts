import type { CollectionAfterOperationHook, CollectionBeforeOperationHook } from 'payload';
import { clientAddress, householdOf } from '#http/client-address.ts';
import { limiterOf } from '#http/counted-limit.ts';
import { asMuchWork } from './as-much-work.ts';
import { refuseIfOver } from './too-many-tries.ts';
import { typedAccount } from './typed-account.ts';

const QUARTER_HOUR_S = 15 * 60;

// No limit of an account alone: whoever knows a colleague's address could lock the colleague out.
const byAddress = limiterOf({ name: 'sign-in', points: 50, seconds: QUARTER_HOUR_S });
const byAccount = limiterOf({ name: 'sign-in-account', points: 10, seconds: QUARTER_HOUR_S });

/** Where a request came from; all that no socket told are one. */
export function comesFrom(headers: Headers): string {
  const address = clientAddress(headers);
  return address ? householdOf(address) : 'unknown';
}

const COUNTED = 'signInCounted';

/**
 * Counts each try to sign in before it is looked at, so that tries side by side are counted as well,
 * and makes one for an account that is not there as long as any other.
 */
export const limitTries: CollectionBeforeOperationHook = async ({ operation, args, req }) => {
  if ((operation as string) !== 'login') return;
  const typed = typedAccount((args as { data?: unknown }).data);
  // Payload says what is missing; nothing was tried. A transaction that is begun anew is no new try.
  if (!typed || req.context[COUNTED]) return;
  const address = comesFrom(req.headers);
  const keys = { address, account: `${address} ${typed.email}` };
  refuseIfOver(
    await Promise.all([byAddress(req.payload, keys.address), byAccount(req.payload, keys.account)]),
    req,
  );
  req.context[COUNTED] = keys;
  await asMuchWork(typed, req);
};

/** Who signed in did not guess: the try is given back. */
export const giveTryBack: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  const keys = req.context[COUNTED] as { address: string; account: string } | undefined;
  if ((operation as string) === 'login' && keys) {
    delete req.context[COUNTED];
    await Promise.all([
      byAddress(req.payload, keys.address, -1),
      byAccount(req.payload, keys.account, -1),
    ]);
  }
  return result;
};
