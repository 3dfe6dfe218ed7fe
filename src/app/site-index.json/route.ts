import { createSiteIndex } from '#data/site-index.ts';
import { SITE_INDEX_PATH } from '#domain/site-index.ts';
import { file } from '#site/file.ts';

export const GET = file(SITE_INDEX_PATH, 'application/json', async (reader) =>
  JSON.stringify(await createSiteIndex(reader)),
);

// Next prerenders routes of some of these names at build time, like robots.txt.
export const dynamic = 'force-dynamic';
