import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#platform/environment/env.ts';

/** Seconds for which a browser caches a preflight; short, so that an origin removed from the list is soon rejected. */
const PREFLIGHT_S = 600;

interface CorsOptions {
  methods: readonly string[];
  headers?: readonly string[];
}

/**
 * Sets CORS headers, which let scripts of the origins in `CORS_ORIGINS` read the response, and answers preflights.
 * @returns true if it has answered the request, which was a preflight
 */
export function handleCors(
  req: IncomingMessage,
  res: ServerResponse,
  { methods, headers = [] }: CorsOptions,
): boolean {
  const { origin } = req.headers;
  // Otherwise a cache could use the response for one origin for another one, or for a request without one.
  res.appendHeader('Vary', 'Origin');
  const isListed = origin !== undefined && env.CORS_ORIGINS.includes(origin);
  if (isListed) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Expose-Headers', 'Location, Retry-After');
  }
  if (req.method !== 'OPTIONS') return false;
  if (isListed) {
    res.setHeader('Access-Control-Allow-Methods', methods.join(', '));
    if (headers.length > 0) res.setHeader('Access-Control-Allow-Headers', headers.join(', '));
    res.setHeader('Access-Control-Max-Age', String(PREFLIGHT_S));
  }
  res.setHeader('Allow', ['OPTIONS', ...methods].join(', '));
  res.statusCode = 204;
  res.end();
  return true;
}
