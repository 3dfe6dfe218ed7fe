import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CacheStatus } from './cache.ts';
import type { OriginResponse } from './cache-entry.ts';
import type { CachedResponse } from './cached-response.ts';
import type { EncodedResponse } from './content-coding.ts';
import { hopByHopHeaders } from './hop-by-hop-headers.ts';

/** This cache's name in `Cache-Status`. */
const NAME = 'throughcare';

/** True if the client is a cache that announces surrogate capabilities (Edge Architecture Specification, 2001). */
export const wantsCacheTags = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['surrogate-capability'] !== undefined;

/** The values of `Cache-Status` (RFC 9211). */
const CACHE_STATUS: Record<CacheStatus, string> = {
  hit: `${NAME}; hit`,
  'fwd=miss': `${NAME}; fwd=miss; stored`,
  'fwd=stale': `${NAME}; fwd=stale; stored`,
  'stale-if-error': `${NAME}; hit; detail="the site is away, this was kept"`,
};

/** Sends a cached response, or 304 Not Modified: synchronously if its encoding is ready. */
export function sendCached(
  req: IncomingMessage,
  res: ServerResponse,
  cached: CachedResponse,
  cacheStatus: CacheStatus,
): void | Promise<void> {
  const encoding = cached.encodingFor(req.headers['accept-encoding']);
  if (encoding instanceof Promise)
    return encoding.then((encoded) => sendEncoded(req, res, cached, encoded, cacheStatus));
  sendEncoded(req, res, cached, encoding, cacheStatus);
}

function sendEncoded(
  { headers, method, httpVersion }: IncomingMessage,
  res: ServerResponse,
  { entry: { status, requestedAt, initialAgeS = 0 } }: CachedResponse,
  { etag, head, notModifiedHead, tags, body }: EncodedResponse,
  cacheStatus: CacheStatus,
): void {
  const isNotModified = status === 200 && ifNoneMatchMatches(headers['if-none-match'], etag);
  const responseHead = isNotModified ? notModifiedHead : head;
  // The array is shared by all requests and written before the next one reads it.
  responseHead[responseHead.length - 1] = String(
    Math.max(0, Math.round((Date.now() - requestedAt) / 1000)) + initialAgeS,
  );
  responseHead[responseHead.length - 3] = CACHE_STATUS[cacheStatus];
  const sentHead = wantsCacheTags({ headers }) ? [...tags, ...responseHead] : responseHead;
  // HTTP/1.1 connections persist by default (RFC 9112, 9.3), so the header would only take space.
  if (res.shouldKeepAlive && httpVersion === '1.1') res.removeHeader('Connection');
  res.writeHead(isNotModified ? 304 : status, sentHead);
  if (isNotModified || method === 'HEAD') res.end();
  else res.end(body);
}

/** Weak comparison (RFC 9110, 13.1.2). */
function ifNoneMatchMatches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** Sends an uncacheable response. Coalesced requests share it, so `Set-Cookie` is dropped. */
export function sendUncacheable(
  { method }: IncomingMessage,
  res: ServerResponse,
  { status, headers, body }: OriginResponse,
): void {
  const hopByHop = hopByHopHeaders(headers.connection);
  const endToEnd = Object.entries(headers).filter(
    ([name]) => name !== 'set-cookie' && !hopByHop.has(name),
  );
  res.writeHead(status, { ...Object.fromEntries(endToEnd), 'content-length': String(body.length) });
  if (method === 'HEAD') res.end();
  else res.end(body);
}
