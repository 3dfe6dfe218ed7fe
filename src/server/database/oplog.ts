import type { Db } from 'mongodb';

/**
 * Size of the oplog in MB. Deleted data stays in it until that many megabytes of newer entries have been written, so
 * it is small. On an idle site it reaches back a week, which is longer than an edge or a web process is down unnoticed.
 */
export const OPLOG_MB = 64;
/** MongoDB does not resize an existing oplog below this. */
const MIN_RESIZED_MB = 990;
const MIB = 1024 * 1024;

/** Shrinks the oplog of a folder from an earlier version, which has MongoDB's default size: a share of the disk. */
export async function shrinkOplog(admin: Db): Promise<void> {
  const local = admin.client.db('local');
  const { maxSize } = await local.command({ collStats: 'oplog.rs' });
  if (maxSize <= MIN_RESIZED_MB * MIB) return;
  await admin.command({ replSetResizeOplog: 1, size: MIN_RESIZED_MB });
}
