import { LISTED, listPublished } from '#data/published.ts';
import { env } from '#env.ts';
import { writeSitemap } from '#feeds/sitemap.ts';
import { file } from '#file.ts';

export const GET = file('/sitemap.xml', 'application/xml', async (reader) => {
  const documents = await Promise.all(
    LISTED.map((collection) => listPublished(reader, collection)),
  );
  return writeSitemap(env.SITE_URL, documents.flat());
});

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
