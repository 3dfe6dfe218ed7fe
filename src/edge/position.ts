import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { logFailure } from '#platform/http/log.ts';
import { writePrivately } from '#platform/process/atomic-write.ts';
import { savedPurges } from './purges.ts';

/** Where the edge was when it ended: what was purged, and up to where it had listened. */
const position = z.object({
  /** The build of the site whose pages are kept. */
  build: z.string(),
  place: z.object({ database: z.string(), token: z.unknown() }).optional(),
  purges: savedPurges,
});
export type Position = z.infer<typeof position>;

/** The position that was written last, if there is one that can be read. */
export async function readPosition(file: string): Promise<Position | undefined> {
  const written = await readFile(file, 'utf8').catch(() => undefined);
  if (written === undefined) return undefined;
  try {
    return position.parse(JSON.parse(written));
  } catch {
    return undefined;
  }
}

/** Writes the position: whole or not at all, one at a time, and never an older one over a newer. */
export function positionWriter(file: string, read: () => Position): () => Promise<void> {
  let writing: Promise<void> | undefined;
  let isAsked = false;
  const write = async (): Promise<void> => {
    while (isAsked) {
      isAsked = false;
      await writePrivately(file, JSON.stringify(read()));
    }
  };
  return () => {
    isAsked = true;
    writing ??= write()
      .catch((error) => logFailure('edge, position', error))
      .finally(() => {
        writing = undefined;
      });
    return writing;
  };
}
