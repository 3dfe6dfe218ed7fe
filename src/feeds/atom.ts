import type { Published } from '#data/published.ts';
import { escapeXml } from './xml.ts';

interface Feed {
  origin: string;
  siteName: string;
  articles: readonly Published[];
}

/** Of a feed without articles: Atom wants a day all the same. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** The newest articles as an Atom feed (RFC 4287). */
export function writeAtom({ origin, siteName, articles }: Feed): string {
  const changed = articles.map((article) => article.changed).toSorted();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">',
    `<id>${escapeXml(`${origin}/feed.xml`)}</id>`,
    `<title>${escapeXml(siteName)}</title>`,
    `<author><name>${escapeXml(siteName)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${origin}/feed.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${origin}/articles`)}"/>`,
    `<updated>${changed.at(-1) ?? NEVER}</updated>`,
    ...articles.map((article) => entry(origin, article)),
    '</feed>',
    '',
  ].join('\n');
}

const entry = (origin: string, { path, title, summary, published, changed }: Published): string =>
  [
    '<entry>',
    `<id>${escapeXml(origin + path)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + path)}"/>`,
    published ? `<published>${published}</published>` : '',
    `<updated>${changed}</updated>`,
    `<summary>${escapeXml(summary)}</summary>`,
    '</entry>',
  ].join('');
