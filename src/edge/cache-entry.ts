import { createHash } from 'node:crypto';
import { parseCacheControl, parseDeltaSeconds } from './cache-control.ts';
import { hopByHopHeaders } from './hop-by-hop-headers.ts';

/** A complete response of the origin. Header names are in lower case. */
export interface OriginResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A stored response (RFC 9111) with its cache key, the normalized path and query. */
export interface CacheEntry {
  key: string;
  status: number;
  /** As the origin sent them, without hop-by-hop headers and those that the edge computes. */
  headers: [name: string, value: string][];
  /** From `Cache-Tag`. */
  tags: string[];
  /** When it was requested from the origin, by the clock of `Purges`. */
  requestedAt: number;
  /** When the origin sent it, in milliseconds since 1970; 0 after a restart. */
  validatedAt: number;
  /** How old it was when the origin sent it, from `Age`. Only another cache in between sends one. */
  initialAgeS?: number;
  /** From `s-maxage`, else `max-age`. It counts only while the change stream is silent. */
  freshnessLifetimeS: number;
  /** How long it may be served stale after a purge (`stale-if-error`, RFC 5861). */
  staleIfErrorS: number;
  /** Its URL changes with its content, so that it is always within its freshness lifetime (RFC 8246). */
  immutable: boolean;
  body: Buffer;
  /** Entity tag of the body without a content coding; without quotation marks. */
  etag: string;
}

const CACHEABLE_STATUS = new Set([200, 301, 308, 404, 410]);

/** Any of these directives forbids shared caching, or caching at all. */
const FORBIDDING_DIRECTIVES = ['private', 'no-store', 'no-cache'];

/** Keeps one response from displacing the rest of the cache. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** About this one response, or computed by the edge. */
const HEADERS_NOT_STORED = new Set([
  'age',
  'content-encoding',
  'content-length',
  'etag',
  'last-modified',
  'set-cookie',
  'vary',
  'accept-ranges',
]);

/**
 * Returns the cache entry for a response; undefined if a shared cache may not store it.
 * @param requestedAt by the clock of `Purges`
 */
export function createCacheEntry(
  key: string,
  requestedAt: number,
  response: OriginResponse,
): CacheEntry | undefined {
  const { status, headers, body } = response;
  const directives = parseCacheControl(text(headers['cache-control']));
  const hopByHop = hopByHopHeaders(headers.connection);
  const freshnessLifetimeS =
    parseDeltaSeconds(directives.get('s-maxage')) ?? parseDeltaSeconds(directives.get('max-age'));
  if (!freshnessLifetimeS || !directives.has('public')) return undefined;
  if (FORBIDDING_DIRECTIVES.some((name) => directives.has(name))) return undefined;
  if (!CACHEABLE_STATUS.has(status) || body.length > MAX_BODY_BYTES || headers['set-cookie'])
    return undefined;
  if (headers['content-encoding'] || !variesByEncodingAlone(text(headers.vary))) return undefined;
  return {
    key,
    status,
    headers: Object.entries({ date: new Date().toUTCString(), ...headers }).flatMap(
      ([name, value]) =>
        value === undefined || HEADERS_NOT_STORED.has(name) || hopByHop.has(name)
          ? []
          : [[name, text(value)] as [string, string]],
    ),
    tags: parseTags(text(headers['cache-tag'])),
    requestedAt,
    validatedAt: Date.now(),
    initialAgeS: parseDeltaSeconds(text(headers.age).split(',')[0]?.trim()),
    freshnessLifetimeS,
    staleIfErrorS: parseDeltaSeconds(directives.get('stale-if-error')) ?? 0,
    immutable: directives.has('immutable'),
    body,
    etag: entityTagOf(body),
  };
}

/**
 * True if the origin forbids serving a stale response even while it fails. `s-maxage` alone forbids it as well
 * (RFC 9111, 5.2.2.10), `stale-if-error` beside it allows it.
 */
export function mustRevalidate({ headers }: Pick<CacheEntry, 'headers'>): boolean {
  const directives = parseCacheControl(headers.find(([name]) => name === 'cache-control')?.[1]);
  return (
    directives.has('must-revalidate') ||
    directives.has('proxy-revalidate') ||
    (directives.has('s-maxage') && !directives.has('stale-if-error'))
  );
}

/** Returns a strong entity tag, a hash of the body; without quotation marks. */
export const entityTagOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22);

const parseTags = (list: string): string[] =>
  list
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);

const variesByEncodingAlone = (vary: string): boolean =>
  vary.split(',').every((name) => ['', 'accept-encoding'].includes(name.trim().toLowerCase()));

const text = (value: string | string[] | undefined): string => [value ?? ''].flat().join(', ');
