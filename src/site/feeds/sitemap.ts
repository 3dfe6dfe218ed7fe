import type { ListedAddress } from '#data/listed-addresses.ts';
import { sitemapPart } from '#domain/addresses.ts';
import { escapeXml } from '#domain/xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** As many addresses as are sent on at once. */
const PIECE = 500;

/** The sitemap (sitemaps.org, 0.9) of a site at this origin, piece by piece. */
export async function* writeSitemap(
  origin: string,
  addresses: AsyncIterable<ListedAddress> | Iterable<ListedAddress>,
): AsyncGenerator<string> {
  let lines = [HEAD, `<urlset ${NAMESPACE}>`];
  for await (const { path, changed } of addresses) {
    lines.push(entry('url', origin + path, changed));
    if (lines.length >= PIECE) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  yield [...lines, '</urlset>', ''].join('\n');
}

/**
 * The list of the parts of a sitemap that is too long for one file.
 * @param changes of each part, when anything in it was last changed
 */
export const writeSitemapIndex = (
  origin: string,
  changes: readonly (string | undefined)[],
): string =>
  [
    HEAD,
    `<sitemapindex ${NAMESPACE}>`,
    ...changes.map((changed, index) => entry('sitemap', origin + sitemapPart(index + 1), changed)),
    '</sitemapindex>',
    '',
  ].join('\n');

const entry = (kind: 'url' | 'sitemap', url: string, changed?: string): string =>
  `<${kind}><loc>${escapeXml(url)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</${kind}>`;
