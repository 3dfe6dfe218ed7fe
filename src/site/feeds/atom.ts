import type { PublishedArticle } from '#data/published-documents.ts';
import { escapeXml } from '#domain/xml.ts';

interface Feed {
  origin: string;
  siteName: string;
  articles: readonly PublishedArticle[];
}

/** `updated` of a feed without articles: Atom requires one. */
const EPOCH = '1970-01-01T00:00:00.000Z';

/** The newest articles as an Atom feed (RFC 4287). */
export function writeAtom({ origin, siteName, articles }: Feed): string {
  const changed = articles.map((article) => article.changed).toSorted();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">',
    `<id>${escapeXml(`${origin}/feed.xml`)}</id>`,
    `<title>${escapeXml(siteName)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${origin}/feed.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${origin}/articles`)}"/>`,
    `<updated>${changed.at(-1) ?? EPOCH}</updated>`,
    ...articles.map((article) => entry({ origin, siteName }, article)),
    '</feed>',
    '',
  ].join('\n');
}

const entry = (
  { origin, siteName }: Pick<Feed, 'origin' | 'siteName'>,
  { path, title, summary, authors, published, changed }: PublishedArticle,
): string =>
  [
    '<entry>',
    `<id>${escapeXml(origin + path)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    ...authors.map(({ label, href }) => author(label, origin + href)),
    authors.length === 0 ? author(siteName) : '',
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + path)}"/>`,
    published ? `<published>${published}</published>` : '',
    `<updated>${changed}</updated>`,
    `<summary>${escapeXml(summary)}</summary>`,
    '</entry>',
  ].join('');

const author = (name: string, page?: string): string =>
  `<author><name>${escapeXml(name)}</name>${page ? `<uri>${escapeXml(page)}</uri>` : ''}</author>`;
