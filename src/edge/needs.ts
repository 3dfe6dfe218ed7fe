import type { Entry } from './entry.ts';

const TAG = /<(?:img|source|script|link)\b[^>]*>/g;
const ATTRIBUTE = /\b(?:src|srcset|href|data-[a-z-]+)="([^"]*)"/gi;
const CSS_URL = /url\(\s*["']?([^"')]+)/g;

const typeOf = ({ headers }: Entry): string =>
  headers.find(([name]) => name === 'content-type')?.[1] ?? '';

/**
 * The paths of all that a page or a style sheet needs to be shown: styles, scripts, pictures at all
 * sizes, fonts. They are kept with it, so that it is whole when nothing but the edge is up.
 */
export function needsOf(entry: Entry): string[] {
  const type = typeOf(entry);
  if (type.startsWith('text/html')) return unique(inHtml(entry.body.toString()));
  if (type.startsWith('text/css')) return unique(inCss(entry));
  return [];
}

const inHtml = (html: string): string[] =>
  [...html.matchAll(TAG)].flatMap(([tag]) =>
    [...tag.matchAll(ATTRIBUTE)].flatMap(([, value = '']) =>
      value.split(',').map((one) => one.trim().split(/\s/)[0] ?? ''),
    ),
  );

const inCss = ({ key, body }: Entry): string[] =>
  [...body.toString().matchAll(CSS_URL)].map(([, url = '']) =>
    url.startsWith('data:') ? '' : new URL(url, `http://site${key}`).pathname,
  );

/** Of the site itself, and without what makes a browser ask anew. */
const unique = (urls: string[]): string[] => [
  ...new Set(
    urls
      .filter((url) => url.startsWith('/') && !url.startsWith('//'))
      .map((url) => url.split(/[?#]/)[0] ?? ''),
  ),
];
