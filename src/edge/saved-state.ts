import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { logFailure } from '#platform/log/log-failure.ts';
import { writePrivateFile } from '#platform/process/atomic-write.ts';
import { purgesSnapshot } from './purges.ts';

// The state is stored as `position.json`. Names in it cannot change: an update reads the file of the version before.

/** State of the edge that outlives a restart. */
const edgeState = z.object({
  /** The build of the site that rendered the cached pages. */
  build: z.string(),
  /** Where the change stream resumes. */
  place: z.object({ database: z.string(), token: z.unknown() }).optional(),
  purges: purgesSnapshot,
});
export type EdgeState = z.infer<typeof edgeState>;

/** Reads the state that was written last; undefined if there is none, or if it is invalid. */
export async function readState(file: string): Promise<EdgeState | undefined> {
  const json = await readFile(file, 'utf8').catch(() => undefined);
  if (json === undefined) return undefined;
  try {
    return edgeState.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/**
 * Returns a function that saves the current state. Writes are atomic and run one at a time, so that an older state
 * never overwrites a newer one. Failures are logged.
 */
export function createStateWriter(
  file: string,
  currentState: () => EdgeState,
): () => Promise<void> {
  let writing: Promise<void> | undefined;
  let isRequested = false;
  const write = async (): Promise<void> => {
    while (isRequested) {
      isRequested = false;
      await writePrivateFile(file, JSON.stringify(currentState()));
    }
  };
  return () => {
    isRequested = true;
    writing ??= write()
      .catch((error) => logFailure('edge-state-not-saved', error))
      .finally(() => {
        writing = undefined;
      });
    return writing;
  };
}
