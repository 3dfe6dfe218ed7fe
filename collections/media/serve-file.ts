import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Payload, UploadConfig } from 'payload';
import { within } from '#platform/http/deadline.ts';
import { CACHE, cacheHeaders } from '#platform/http/headers.ts';
import { FILE_NAMES, MEDIA_FOLDER } from '#platform/pictures/files.ts';

type Handler = NonNullable<UploadConfig['handlers']>[number];

/** A picture whose document cannot be found in this time is shown all the same. */
const DEADLINE_MS = 1_000;

/** Any page of anybody may show a picture, so that caches need not keep one for each origin. */
export const showable: UploadConfig['modifyResponseHeaders'] = ({ headers }) => {
  headers.set('Access-Control-Allow-Origin', '*');
};

/** Says whose file it is and who may keep it, and answers where there is none: Payload says 500 to that. */
const serve = async (
  req: { payload: Payload; responseHeaders?: Headers },
  { params: { filename } }: { params: { filename: string } },
): Promise<Response | undefined> => {
  const there = await stat(path.join(MEDIA_FOLDER, path.basename(filename))).catch(() => undefined);
  if (!there) return missing();
  try {
    const id = await within(DEADLINE_MS, ownerOf(req.payload, filename));
    if (!id) return missing();
    const tags = new Set([`media:${id}`, `media:${id}:self`]);
    req.responseHeaders = new Headers(cacheHeaders('picture', tags));
  } catch {
    // Without the database there is still the file; no cache is told anything of it.
    req.responseHeaders = new Headers({ 'Cache-Control': CACHE.never });
  }
  return undefined;
};

export const serveFile = serve as Handler;

const missing = () =>
  new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'Cache-Control': CACHE.never },
  });

/** The picture that a file belongs to. Straight from the database: everybody sees pictures, and of this one only the id is wanted. */
export async function ownerOf({ db }: Payload, filename: string): Promise<string | undefined> {
  const found = await db.findOne<{ id: string }>({
    collection: 'media',
    where: { or: FILE_NAMES.map((field) => ({ [field]: { equals: filename } })) },
    select: {},
  });
  return found ? String(found.id) : undefined;
}
