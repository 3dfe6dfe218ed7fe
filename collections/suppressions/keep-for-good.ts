import { APIError, type CollectionBeforeOperationHook } from 'payload';

const WRITING = ['update', 'updateByID', 'delete', 'deleteByID', 'restoreVersion'];

/**
 * No role and no code path changes or removes a withdrawal: whoever asked for no contact stays known.
 * @throws APIError (403)
 */
export const keepForGood: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (WRITING.includes(operation)) {
    throw new APIError('A withdrawal is kept for good.', 403, null, true);
  }
  return args;
};
