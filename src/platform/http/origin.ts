import type { IncomingHttpHeaders } from 'node:http';
import { env } from '#platform/environment/env.ts';

/** Whose pages may send to us. */
export interface Origins {
  site: string;
  /** Other front ends, at the JSON door only. */
  listed: readonly string[];
}

export const ORIGINS: Origins = { site: env.SITE_URL, listed: env.CORS_ORIGINS };

/** Whose page sent something: ours, another site's, or the browser does not say. */
export type Origin = 'ours' | 'unsaid' | 'foreign';

/**
 * Whose page sent this, as the browser tells it. One that names no origin is not called foreign: old
 * ones don't, and a visitor behind a strict proxy must not be lost. One that hides it (`null`) is
 * believed if it says by itself that the page was ours.
 */
export function originOf(headers: IncomingHttpHeaders, { site, listed }: Origins): Origin {
  const { origin, host } = headers;
  const fetchSite = headers['sec-fetch-site'];
  if (origin !== undefined && listed.includes(origin)) return 'ours';
  if (fetchSite === 'cross-site') return 'foreign';
  if (fetchSite === 'same-origin' || origin === site) {
    return isAnotherHost(origin, site, host) ? 'foreign' : 'ours';
  }
  if (origin === undefined) return 'unsaid';
  return origin === 'null' || isAnotherHost(origin, site, host) ? 'foreign' : 'unsaid';
}

/** True if the browser itself says that the page was ours, or one of a listed front end. */
export const saysOurs = (headers: IncomingHttpHeaders): boolean =>
  originOf(headers, ORIGINS) === 'ours';

/** The site can have been reached by another name than its public one. */
function isAnotherHost(origin: string | undefined, site: string, host: string | undefined) {
  if (origin === undefined || origin === 'null' || origin === site) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
