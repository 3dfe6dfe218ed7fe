import { APIError, type CollectionBeforeOperationHook } from 'payload';
import { env } from '#platform/environment/env.ts';
import { hasRoom } from '#platform/storage/disk-space.ts';

const INSUFFICIENT_STORAGE = 507;

/**
 * A picture can wait; what visitors send cannot, and takes the last of the disk.
 * @throws APIError (507) for a new file while the disk is nearly full
 */
export const refuseWithoutRoom: CollectionBeforeOperationHook = async ({ req }) => {
  if (!req.file || (await hasRoom(env.DATA_DIR))) return;
  throw new APIError(
    'There is no room for pictures on the server now. Ask an administrator to make room, then upload it again.',
    INSUFFICIENT_STORAGE,
    null,
    true,
  );
};
