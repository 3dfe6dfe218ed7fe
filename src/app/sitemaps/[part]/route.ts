import { loadSitemapPart } from '#site/feeds/load-sitemap.ts';
import { file } from '#site/file.ts';

export const GET = file('/sitemaps/[part]', 'application/xml', async (reader, { part = '' }) => {
  const [, number] = /^([1-9]\d{0,5})\.xml$/.exec(part) ?? [];
  return number ? loadSitemapPart(reader, Number(number)) : undefined;
});
