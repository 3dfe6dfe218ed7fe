import type { Db } from 'mongodb';

/**
 * What was deleted stays in the log of the replica set until so many megabytes of newer entries have come. It
 * goes back a week at rest: longer than an edge or a web process is down without anybody noticing.
 */
export const OPLOG_MB = 64;
/** A log that is there already cannot be made smaller than this. */
const LEAST_RESIZED_MB = 990;
const MIB = 1024 * 1024;

/** Makes the log of an older folder, which took a share of the disk, as small as it can be. */
export async function shrinkOplog(admin: Db): Promise<void> {
  const local = admin.client.db('local');
  const { maxSize } = await local.command({ collStats: 'oplog.rs' });
  if (maxSize <= LEAST_RESIZED_MB * MIB) return;
  await admin.command({ replSetResizeOplog: 1, size: LEAST_RESIZED_MB });
}
