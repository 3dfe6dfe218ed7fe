import { APIError, type CollectionBeforeOperationHook } from 'payload';

const CHANGES = ['update', 'updateByID', 'delete', 'deleteByID', 'restoreVersion'];

/**
 * Forbids every update and deletion, also with `overrideAccess`.
 * @param message of the APIError (403)
 */
export const forbidChanges = (message: string) => forbidOperations(CHANGES, message);

/**
 * Forbids creation as well: the platform inserts these documents through the database adapter.
 * @param message of the APIError (403)
 */
export const forbidWrites = (message: string) => forbidOperations(['create', ...CHANGES], message);

const forbidOperations =
  (operations: string[], message: string): CollectionBeforeOperationHook =>
  ({ args, operation }) => {
    if (operations.includes(operation)) throw new APIError(message, 403, null, true);
    return args;
  };
