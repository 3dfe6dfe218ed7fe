import { APIError, type CollectionBeforeOperationHook } from 'payload';

export const WRITTEN_ONCE = 'A consent record is written once, with its request.';

/**
 * No role and no code path makes a record through Payload's operations, not even one that is past all access
 * rules: `src/requests/record-consent.ts` alone writes it, to the database itself.
 * @throws APIError (403)
 */
export const neverByOperation: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === 'create') throw new APIError(WRITTEN_ONCE, 403, null, true);
  return args;
};
