import type { IncomingHttpHeaders } from 'node:http';
import { env } from '#platform/environment/env.ts';

/** Origins whose pages may send requests that change something. */
export interface AllowedOrigins {
  site: string;
  /** Origins of other front ends; only the JSON API accepts them. */
  listed: readonly string[];
}

export const ALLOWED_ORIGINS: AllowedOrigins = { site: env.SITE_URL, listed: env.CORS_ORIGINS };

/**
 * The page that sent a request: one of an allowed origin, one of another site, or unknown if the browser does not say.
 */
export type OriginKind = 'own' | 'unknown' | 'foreign';

/**
 * Classifies the page that sent a request by the browser's headers. A request without `Origin` is not foreign: old
 * browsers send none, and a strict proxy may remove it. A hidden origin (`null`) counts as our own if
 * `Sec-Fetch-Site` says so.
 */
export function classifyOrigin(
  headers: IncomingHttpHeaders,
  { site, listed }: AllowedOrigins,
): OriginKind {
  const { origin, host } = headers;
  const fetchSite = headers['sec-fetch-site'];
  if (origin !== undefined && listed.includes(origin)) return 'own';
  if (fetchSite === 'cross-site') return 'foreign';
  if (fetchSite === 'same-origin' || origin === site) {
    return isAnotherHost(origin, site, host) ? 'foreign' : 'own';
  }
  if (origin === undefined) return 'unknown';
  return origin === 'null' || isAnotherHost(origin, site, host) ? 'foreign' : 'unknown';
}

/** True if the browser says that a page of ours, or of a listed front end, sent the request. */
export const isFromOwnPage = (headers: IncomingHttpHeaders): boolean =>
  classifyOrigin(headers, ALLOWED_ORIGINS) === 'own';

/**
 * True if the origin is another host than the one of the request. The site may have other host names than its public
 * one.
 */
function isAnotherHost(origin: string | undefined, site: string, host: string | undefined) {
  if (origin === undefined || origin === 'null' || origin === site) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
