import type { ServerResponse } from 'node:http';
import { COLOR_SCHEME_SCRIPT_HASH } from './color-scheme-script.ts';

const PRODUCTION = process.env.NODE_ENV === 'production';

/** Hot reload needs inline scripts and styles; they exist in development only. */
const HOT_RELOAD = "'unsafe-inline' 'unsafe-eval'";

const contentSecurityPolicy = (framed: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${PRODUCTION ? COLOR_SCHEME_SCRIPT_HASH : HOT_RELOAD}`,
    `style-src 'self'${PRODUCTION ? '' : ` ${HOT_RELOAD}`}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    // A form in a preview must not create a submission.
    `form-action ${framed ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
  ].join('; ');

/**
 * Sets the content security policy of a page of the site. All other security headers are in default-headers.ts.
 * @param framed true for a preview, which the admin shows in a frame
 */
export function setSecurityHeaders(res: ServerResponse, framed = false): void {
  res.setHeader('Content-Security-Policy', contentSecurityPolicy(framed));
}

/**
 * Values of `Cache-Control`. A browser revalidates a page each time. A shared cache may store it for a minute, or
 * longer if it can purge by tag, and may serve it stale for a day while the site is down. A browser may store a picture
 * for a day: its URL contains the time of its last change, so that a new picture shows at once.
 */
export const CACHE_CONTROL = {
  shared: 'public, max-age=0, s-maxage=60, stale-if-error=86400',
  picture: 'public, max-age=86400, s-maxage=60, stale-if-error=86400',
  never: 'private, no-store',
} as const;

/** Returns `Cache-Control`, and for cacheable responses with tags also `Cache-Tag`. */
export function cacheHeaders(
  cache: keyof typeof CACHE_CONTROL,
  tags: ReadonlySet<string>,
): Record<string, string> {
  const control = { 'Cache-Control': CACHE_CONTROL[cache] };
  return cache !== 'never' && tags.size > 0
    ? { ...control, 'Cache-Tag': [...tags].sort().join(',') }
    : control;
}

/** Sets `Cache-Control` and `Cache-Tag` on a response. */
export function setCacheHeaders(
  res: ServerResponse,
  cache: keyof typeof CACHE_CONTROL,
  tags: ReadonlySet<string>,
): void {
  res.setHeaders(new Map(Object.entries(cacheHeaders(cache, tags))));
}
