import type { SitemapEntry } from '#data/sitemap-entries.ts';
import { sitemapPartPath } from '#domain/site-paths.ts';
import { escapeXml } from '#domain/xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** How many lines `writeSitemap` collects before it yields them. */
const ADDRESSES_PER_PIECE = 500;

/** Writes the sitemap (sitemaps.org, 0.9) of the site at an origin, piece by piece. */
export async function* writeSitemap(
  origin: string,
  addresses: AsyncIterable<SitemapEntry> | Iterable<SitemapEntry>,
): AsyncGenerator<string> {
  let lines = [HEAD, `<urlset ${NAMESPACE}>`];
  for await (const { path, changed } of addresses) {
    lines.push(entry('url', origin + path, changed));
    if (lines.length >= ADDRESSES_PER_PIECE) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  yield [...lines, '</urlset>', ''].join('\n');
}

/**
 * Writes the index of a sitemap that is too long for one file.
 * @param changes the last change of each part, undefined if unknown
 */
export const writeSitemapIndex = (
  origin: string,
  changes: readonly (string | undefined)[],
): string =>
  [
    HEAD,
    `<sitemapindex ${NAMESPACE}>`,
    ...changes.map((changed, index) =>
      entry('sitemap', origin + sitemapPartPath(index + 1), changed),
    ),
    '</sitemapindex>',
    '',
  ].join('\n');

const entry = (kind: 'url' | 'sitemap', url: string, changed?: string): string =>
  `<${kind}><loc>${escapeXml(url)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</${kind}>`;
