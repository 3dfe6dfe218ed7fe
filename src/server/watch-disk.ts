import { setTimeout as pause } from 'node:timers/promises';
import { printLine } from '#platform/process/progress.ts';
import { diskLevelOf, diskWarningOf, readDiskSpace } from '#platform/storage/disk-space.ts';

const CHECK_INTERVAL_MS = 5_000;

/** Prints a line whenever the disk of DATA_DIR becomes nearly full, fuller still, or has room again. Runs until aborted. */
export async function watchDisk(folder: string, signal: AbortSignal): Promise<void> {
  let lastLevel = 'enough';
  while (!signal.aborted) {
    const space = await readDiskSpace(folder).catch(() => undefined);
    const level = space ? diskLevelOf(space) : lastLevel;
    if (space && level !== lastLevel)
      printLine(diskWarningOf(space) ?? 'The disk of DATA_DIR has room again.');
    lastLevel = level;
    await pause(CHECK_INTERVAL_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}
