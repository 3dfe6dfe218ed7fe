import { statfs } from 'node:fs/promises';

const MIB = 1024 * 1024;
/**
 * Below this much, somebody is told. It is weeks of submissions, and on a small volume the share counts:
 * half a gigabyte may be all that it ever had.
 */
const LOW = { bytes: 1024 * MIB, share: 0.1 };
/** Below this much, writes that can wait stop: the database makes its journal ahead in three files of 100 MB. */
const SHORT = { bytes: 300 * MIB, share: 0.05 };

/** What a volume has, in bytes. */
export interface DiskSpace {
  free: number;
  total: number;
}

export type DiskLevel = 'enough' | 'low' | 'short';

/** How much room there is: `low` is said to somebody, at `short` writes that can wait stop. */
export function diskLevelOf({ free, total }: DiskSpace): DiskLevel {
  const isBelow = ({ bytes, share }: typeof LOW) => free < Math.min(bytes, total * share);
  if (isBelow(SHORT)) return 'short';
  return isBelow(LOW) ? 'low' : 'enough';
}

/** The space of the volume that a folder lies on, for us: what is reserved for root does not count. */
export async function diskSpaceOf(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** Whether a write that can wait may be made now. A volume that tells nothing is taken to have room. */
export const hasRoom = (folder: string): Promise<boolean> =>
  diskSpaceOf(folder).then(
    (space) => diskLevelOf(space) !== 'short',
    () => true,
  );

/** What is said of a volume that is nearly full; undefined while it has room. */
export function diskWarningOf(space: DiskSpace): string | undefined {
  const level = diskLevelOf(space);
  if (level === 'enough') return undefined;
  const left = `The disk of DATA_DIR is nearly full: ${inMib(space.free)} of ${inMib(space.total)} MiB are free.`;
  return level === 'low'
    ? `${left} Make room before it fills up.`
    : `${left} Until there is room, pictures are refused and the page cache is not written to disk.`;
}

const inMib = (bytes: number): number => Math.floor(bytes / MIB);
