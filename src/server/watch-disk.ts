import { setTimeout as pause } from 'node:timers/promises';
import { say } from '#platform/process/progress.ts';
import { diskLevelOf, diskSpaceOf, diskWarningOf } from '#platform/storage/disk-space.ts';

const LOOK_EVERY_MS = 5_000;

/** Says once that the disk of a folder gets nearly full, once that it is worse, and once that it has room again. */
export async function watchDisk(folder: string, signal: AbortSignal): Promise<void> {
  let before = 'enough';
  while (!signal.aborted) {
    const space = await diskSpaceOf(folder).catch(() => undefined);
    const level = space ? diskLevelOf(space) : before;
    if (space && level !== before)
      say(diskWarningOf(space) ?? 'The disk of DATA_DIR has room again.');
    before = level;
    await pause(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}
