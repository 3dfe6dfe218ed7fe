import { APIError, type CollectionBeforeOperationHook } from 'payload';

/**
 * What the one insert holds and nothing else: no body of a request can carry a symbol. A registered
 * one, because the server loads this module several times.
 */
const LEDGER = Symbol.for('throughcare.consent-ledger');

/** The context with which one record is written, for `src/requests/record-consent.ts` alone. */
export const oneRecord = (): Record<string | symbol, unknown> => ({ [LEDGER]: true });

export const WRITTEN_ONCE = 'A consent record is written once, with its request.';

/**
 * A record is written by one insert: not by a role, and not by code that is past all access rules.
 * @throws APIError (403)
 */
export const byTheOneInsert: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create') return args;
  const context = req.context as Record<symbol, unknown>;
  if (context[LEDGER] !== true) throw new APIError(WRITTEN_ONCE, 403, null, true);
  // Good for one: what else is done for the same request finds it gone.
  delete context[LEDGER];
  return args;
};
