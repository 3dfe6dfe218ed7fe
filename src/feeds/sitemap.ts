import type { Published } from '#data/published.ts';
import { OWN_PAGES } from '#domain/addresses.ts';
import { escapeXml } from './xml.ts';

/** The sitemap (sitemaps.org, 0.9) of a site at this origin. */
export function writeSitemap(origin: string, documents: readonly Published[]): string {
  const entry = (path: string, changed?: string) =>
    `<url><loc>${escapeXml(origin + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...OWN_PAGES.map((path) => entry(path)),
    ...documents.map(({ path, changed }) => entry(path, changed)),
    '</urlset>',
    '',
  ].join('\n');
}
