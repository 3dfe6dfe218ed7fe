import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Payload, UploadConfig } from 'payload';
import { CACHE_CONTROL, cacheHeaders } from '#platform/http/headers.ts';
import { withTimeout } from '#platform/http/timeout.ts';
import { FILENAME_FIELDS, MEDIA_FOLDER } from '#platform/pictures/media-settings.ts';

type Handler = NonNullable<UploadConfig['handlers']>[number];

/** Longest wait for the picture's document; after it, the file is served uncached. */
const DEADLINE_MS = 1_000;

/** Allows every origin, so that caches need no variant per origin. */
export const allowAnyOrigin: UploadConfig['modifyResponseHeaders'] = ({ headers }) => {
  headers.set('Access-Control-Allow-Origin', '*');
};

/** Sets the cache headers of a picture, and answers 404 to a missing file, where Payload answers 500. */
const serve = async (
  req: { payload: Payload; responseHeaders?: Headers },
  { params: { filename } }: { params: { filename: string } },
): Promise<Response | undefined> => {
  const stats = await stat(path.join(MEDIA_FOLDER, path.basename(filename))).catch(() => undefined);
  if (!stats) return notFound();
  try {
    const id = await withTimeout(DEADLINE_MS, findMediaId(req.payload, filename));
    if (!id) return notFound();
    const tags = new Set([`media:${id}`, `media:${id}:self`]);
    req.responseHeaders = new Headers(cacheHeaders('picture', tags));
  } catch {
    // The database is unavailable: serve the file uncached.
    req.responseHeaders = new Headers({ 'Cache-Control': CACHE_CONTROL.never });
  }
  return undefined;
};

export const serveFile = serve as Handler;

const notFound = () =>
  new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'Cache-Control': CACHE_CONTROL.never },
  });

/** Returns the id of the picture with this file. Reads the database directly: pictures are public. */
export async function findMediaId({ db }: Payload, filename: string): Promise<string | undefined> {
  const media = await db.findOne<{ id: string }>({
    collection: 'media',
    where: { or: FILENAME_FIELDS.map((field) => ({ [field]: { equals: filename } })) },
    select: {},
  });
  return media ? String(media.id) : undefined;
}
