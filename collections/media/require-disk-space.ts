import { APIError, type CollectionBeforeOperationHook } from 'payload';
import { env } from '#platform/environment/env.ts';
import { hasDiskSpace } from '#platform/storage/disk-space.ts';

const INSUFFICIENT_STORAGE = 507;

/**
 * Refuses uploads while the disk is nearly full: the remaining space is for submissions.
 * @throws APIError (507)
 */
export const requireDiskSpace: CollectionBeforeOperationHook = async ({ req }) => {
  if (!req.file || (await hasDiskSpace(env.DATA_DIR))) return;
  throw new APIError(
    'There is no room for pictures on the server now. Ask an administrator to make room, then upload it again.',
    INSUFFICIENT_STORAGE,
    null,
    true,
  );
};
