import type { CacheEntry } from './cache-entry.ts';

const TAG = /<(?:img|source|script|link)\b[^>]*>/g;
const ATTRIBUTE = /\b(?:src|srcset|href|data-[a-z-]+)="([^"]*)"/gi;
const CSS_URL = /url\(\s*["']?([^"')]+)/g;

const contentTypeOf = ({ headers }: CacheEntry): string =>
  headers.find(([name]) => name === 'content-type')?.[1] ?? '';

/**
 * Returns the paths of a page's or style sheet's subresources on this site: styles, scripts, pictures at all
 * sizes, fonts. The cache prefetches them, so that a page is complete even while only the edge is up.
 */
export function findSubresources(entry: CacheEntry): string[] {
  const type = contentTypeOf(entry);
  if (type.startsWith('text/html')) return uniqueLocalPaths(urlsInHtml(entry.body.toString()));
  if (type.startsWith('text/css')) return uniqueLocalPaths(urlsInCss(entry));
  return [];
}

const urlsInHtml = (html: string): string[] =>
  [...html.matchAll(TAG)].flatMap(([tag]) =>
    [...tag.matchAll(ATTRIBUTE)].flatMap(([, value = '']) =>
      // `srcset` lists several, each with a width or density.
      value.split(',').map((candidate) => candidate.trim().split(/\s/)[0] ?? ''),
    ),
  );

const urlsInCss = ({ key, body }: CacheEntry): string[] =>
  [...body.toString().matchAll(CSS_URL)].map(([, url = '']) =>
    url.startsWith('data:') ? '' : new URL(url, `http://site${key}`).pathname,
  );

/** Drops queries, which only bust the browser's cache, and fragments. */
const uniqueLocalPaths = (urls: string[]): string[] => [
  ...new Set(
    urls
      .filter((url) => url.startsWith('/') && !url.startsWith('//'))
      .map((url) => url.split(/[?#]/)[0] ?? ''),
  ),
];
