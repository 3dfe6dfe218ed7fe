import { loadSitemap } from '#site/feeds/load-sitemap.ts';
import { file } from '#site/file.ts';

export const GET = file('/sitemap.xml', 'application/xml', (reader) => loadSitemap(reader));

// Next prerenders routes of some of these names at build time, like robots.txt.
export const dynamic = 'force-dynamic';
