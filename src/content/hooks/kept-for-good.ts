import { APIError, type CollectionBeforeOperationHook } from 'payload';

const CHANGING = ['update', 'updateByID', 'delete', 'deleteByID', 'restoreVersion'];

/**
 * No role and no code path changes or removes what is written: not even code that is past all access rules.
 * @param why said to whoever tries, with 403
 */
export const keptForGood = (why: string) => refusing(CHANGING, why);

/**
 * As above, and none writes it either: it is inserted past Payload's operations, in one place.
 * @param why said to whoever tries, with 403
 */
export const writtenByInsert = (why: string) => refusing(['create', ...CHANGING], why);

const refusing =
  (operations: string[], why: string): CollectionBeforeOperationHook =>
  ({ args, operation }) => {
    if (operations.includes(operation)) throw new APIError(why, 403, null, true);
    return args;
  };
