import { sitemap } from '#site/feeds/sitemaps.ts';
import { file } from '#site/file.ts';

export const GET = file('/sitemap.xml', 'application/xml', (reader) => sitemap(reader));

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
