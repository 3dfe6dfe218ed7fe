import { APIError, type CollectionBeforeOperationHook } from 'payload';

const WRITING = ['update', 'updateByID', 'delete', 'deleteByID', 'restoreVersion'];

/**
 * No role and no code path changes or removes what is written: not even code that is past all access rules.
 * @param why said to whoever tries
 * @throws APIError (403)
 */
export const keptForGood =
  (why: string): CollectionBeforeOperationHook =>
  ({ args, operation }) => {
    if (WRITING.includes(operation)) throw new APIError(why, 403, null, true);
    return args;
  };
