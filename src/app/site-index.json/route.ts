import { createSiteIndex } from '#data/site-index.ts';
import { SITE_INDEX_PATH } from '#domain/site-index.ts';
import { file } from '#site/file.ts';

export const GET = file(SITE_INDEX_PATH, 'application/json', async (reader) =>
  JSON.stringify(await createSiteIndex(reader)),
);

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
