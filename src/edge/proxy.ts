import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '#platform/environment/env.ts';
import { CLIENT_ADDRESS_HEADER, EDGE_TOKEN_HEADER } from '#platform/http/client-address.ts';
import { hasSignedToken } from '#platform/http/signed-token.ts';
import { CACHE_TAG } from './content-coding.ts';
import { hopByHopHeaders } from './hop-by-hop-headers.ts';
import type { Origin, ProxiedResponse } from './origin.ts';
import { drainBody } from './posted-form.ts';
import { wantsCacheTags } from './send-cached.ts';

/** Answered or set by the edge itself, so that no client can forge them. */
const HEADERS_NOT_FORWARDED = new Set(['expect', 'host', CLIENT_ADDRESS_HEADER, EDGE_TOKEN_HEADER]);

/** For requests without a `Host`. */
const PUBLIC_HOST = new URL(env.SITE_URL).host;

/** Longest wait of a visitor for the headers. Signed-in users wait longer, because they can start long operations. */
const VISITOR_DEADLINE_MS = 7_000;

/** Tells the origin which client a request comes from. */
export interface ClientIdentity {
  address: string | undefined;
  /** Proves to the origin that the edge has determined the address. */
  token: string;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
/** These change nothing but an account, which no visitor sees; and anybody may send some of them. */
const ACCOUNT_OPERATION = /\/(login|logout|refresh-token|forgot-password|reset-password|unlock)$/;
/** Payload's status for a bulk operation that failed for some documents; others can have changed. */
export const BAD_REQUEST = 400;
const BULK_METHODS = new Set(['PATCH', 'DELETE']);
/** The client has to repeat the request elsewhere: nothing was changed yet. */
const METHOD_PRESERVING_REDIRECTS = new Set([307, 308]);

/**
 * True if a proxied request may have changed content that visitors see. A rejected request has changed nothing;
 * otherwise anybody could make the edge purge its cache.
 */
export function mayHaveChanged(
  { method = '', url = '', headers }: IncomingMessage,
  { statusCode }: ProxiedResponse,
): boolean {
  const [path = ''] = url.split('?');
  if (SAFE_METHODS.has(method) || ACCOUNT_OPERATION.test(path)) return false;
  if (!hasSignedToken(headers.cookie)) return false;
  if (METHOD_PRESERVING_REDIRECTS.has(statusCode)) return false;
  return statusCode < BAD_REQUEST || (statusCode === BAD_REQUEST && BULK_METHODS.has(method));
}

/** True if a body follows the headers. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Forwards a request with its end-to-end headers.
 * @param body the request's body, from `readPostedBody`
 * @throws Error if the origin does not respond
 */
export function proxyRequest(
  origin: Origin,
  req: IncomingMessage,
  body: Buffer | Readable | null,
  { address, token }: ClientIdentity,
  signal: AbortSignal,
): Promise<ProxiedResponse> {
  const hopByHop = hopByHopHeaders(req.headers.connection);
  const headers: string[] = [];
  for (let at = 0; at < req.rawHeaders.length; at += 2) {
    const [name = '', value = ''] = req.rawHeaders.slice(at, at + 2);
    const lowerName = name.toLowerCase();
    if (!HEADERS_NOT_FORWARDED.has(lowerName) && !hopByHop.has(lowerName))
      headers.push(name, value);
  }
  // Added last, so that a client cannot have them dropped by naming them in `Connection`.
  headers.push('Host', req.headers.host || PUBLIC_HOST);
  headers.push(CLIENT_ADDRESS_HEADER, address ?? '', EDGE_TOKEN_HEADER, token);
  return origin.proxy({
    method: req.method ?? 'GET',
    url: req.url ?? '/',
    headers,
    body,
    signal,
    ...(hasSignedToken(req.headers.cookie) ? {} : { deadlineMs: VISITOR_DEADLINE_MS }),
  });
}

/** Streams a proxied response to the client. */
export async function sendProxied(
  req: IncomingMessage,
  res: ServerResponse,
  { statusCode, headers, body }: ProxiedResponse,
): Promise<void> {
  const hopByHop = hopByHopHeaders(headers.connection);
  for (const [name, value] of Object.entries(headers)) {
    const isForwarded = !hopByHop.has(name) && (name !== CACHE_TAG || wantsCacheTags(req));
    if (value !== undefined && isForwarded) res.setHeader(name, value);
  }
  res.writeHead(statusCode);
  try {
    if (req.method === 'HEAD') await body.dump();
    else await pipeline(body, res, { end: false });
  } catch (error) {
    // A truncated response must not look complete.
    res.destroy();
    throw error;
  }
  // Node ends a request with its response, even if more of its body is still to come.
  if (hasBody(req)) await drainBody(req);
  res.end();
}
