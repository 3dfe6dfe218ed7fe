import { statfs } from 'node:fs/promises';

const MIB = 1024 * 1024;
/**
 * Below this, a warning is shown. The bytes last for weeks of submissions; the share is for small volumes, which may
 * have had only half a gigabyte when they were empty.
 */
const LOW = { bytes: 1024 * MIB, share: 0.1 };
/** Below this, writes that can wait are refused: MongoDB preallocates three journal files of 100 MB. */
const SHORT = { bytes: 300 * MIB, share: 0.05 };

/** Free and total space of a volume in bytes. */
export interface DiskSpace {
  free: number;
  total: number;
}

export type DiskLevel = 'enough' | 'low' | 'short';

/** Classifies disk space: at `low` a warning is shown, at `short` writes that can wait are refused. */
export function diskLevelOf({ free, total }: DiskSpace): DiskLevel {
  const isBelow = ({ bytes, share }: typeof LOW) => free < Math.min(bytes, total * share);
  if (isBelow(SHORT)) return 'short';
  return isBelow(LOW) ? 'low' : 'enough';
}

/** Reads the space of the volume of a folder, without blocks that are reserved for root. */
export async function readDiskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** True if there is enough space for a write that could wait, and if the space cannot be read. */
export const hasDiskSpace = (folder: string): Promise<boolean> =>
  readDiskSpace(folder).then(
    (space) => diskLevelOf(space) !== 'short',
    () => true,
  );

/** Returns a warning about a volume that is nearly full; undefined while there is enough space. */
export function diskWarningOf(space: DiskSpace): string | undefined {
  const level = diskLevelOf(space);
  if (level === 'enough') return undefined;
  const left = `The disk of DATA_DIR is nearly full: ${toMib(space.free)} of ${toMib(space.total)} MiB are free.`;
  return level === 'low'
    ? `${left} Make room before it fills up.`
    : `${left} Until there is room, pictures are refused and the page cache is not written to disk.`;
}

const toMib = (bytes: number): number => Math.floor(bytes / MIB);
