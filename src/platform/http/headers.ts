import type { ServerResponse } from 'node:http';
import { SCHEME_SCRIPT_SOURCE } from './scheme-script.ts';

const PRODUCTION = process.env.NODE_ENV === 'production';

/** Hot reload needs inline scripts and styles; they exist in development only. */
const HOT_RELOAD = "'unsafe-inline' 'unsafe-eval'";

const policy = (framed: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${PRODUCTION ? SCHEME_SCRIPT_SOURCE : HOT_RELOAD}`,
    `style-src 'self'${PRODUCTION ? '' : ` ${HOT_RELOAD}`}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    // What is tried out in a preview must not reach a coordinator.
    `form-action ${framed ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
  ].join('; ');

/** What a page of the site may load; what every answer says stands in every-answer.ts. */
export function setSecurityHeaders(res: ServerResponse, framed = false): void {
  res.setHeader('Content-Security-Policy', policy(framed));
}

/**
 * What caches may do with a page. A browser asks each time; a shared cache keeps it for a minute, or
 * longer if it can purge by tag, and shows it for a day while the site is down. A browser keeps a picture
 * for a day: our pages name it together with the time of its last change, so that a new one is seen at once.
 */
export const CACHE = {
  shared: 'public, max-age=0, s-maxage=60, stale-if-error=86400',
  picture: 'public, max-age=86400, s-maxage=60, stale-if-error=86400',
  never: 'private, no-store',
} as const;

export function cacheHeaders(
  cache: keyof typeof CACHE,
  tags: ReadonlySet<string>,
): Record<string, string> {
  const control = { 'Cache-Control': CACHE[cache] };
  return cache !== 'never' && tags.size > 0
    ? { ...control, 'Cache-Tag': [...tags].sort().join(',') }
    : control;
}

/** Says on a page what caches may do with it. */
export function setCaching(
  res: ServerResponse,
  cache: keyof typeof CACHE,
  tags: ReadonlySet<string>,
): void {
  res.setHeaders(new Map(Object.entries(cacheHeaders(cache, tags))));
}
