import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#platform/environment/env.ts';

/** A browser asks again after this long, so that a front end taken off the list is out soon. */
const PREFLIGHT_S = 600;

interface Door {
  methods: readonly string[];
  headers?: readonly string[];
}

/**
 * Lets scripts of listed front ends read what this address answers; all others learn nothing.
 * @returns true if that was all the browser wanted to know
 */
export function answersCors(
  req: IncomingMessage,
  res: ServerResponse,
  { methods, headers = [] }: Door,
): boolean {
  const { origin } = req.headers;
  // Caches must not hand one origin's answer to another, nor to nobody's.
  res.appendHeader('Vary', 'Origin');
  const listed = origin !== undefined && env.CORS_ORIGINS.includes(origin);
  if (listed) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Expose-Headers', 'Location, Retry-After');
  }
  if (req.method !== 'OPTIONS') return false;
  if (listed) {
    res.setHeader('Access-Control-Allow-Methods', methods.join(', '));
    if (headers.length > 0) res.setHeader('Access-Control-Allow-Headers', headers.join(', '));
    res.setHeader('Access-Control-Max-Age', String(PREFLIGHT_S));
  }
  res.setHeader('Allow', ['OPTIONS', ...methods].join(', '));
  res.statusCode = 204;
  res.end();
  return true;
}
