import type { Readable } from 'node:stream';
import { Pool } from 'undici';
import type { OriginResponse } from './cache-entry.ts';

/** Each connection renders one page at a time; other fetches wait for a free one. */
const MAX_FETCH_CONNECTIONS = 8;
/** The site reports its own failure within five seconds. */
const FETCH_TIMEOUT_MS = 12_000;
/** Allows for picture uploads and long operations in the admin. */
const PROXY_TIMEOUT_MS = 120_000;

/** A client's request as it is forwarded to the origin. */
export interface ProxyRequest {
  method: string;
  url: string;
  /** Names and values in turn. */
  headers: string[];
  body: Buffer | Readable | null;
  signal: AbortSignal;
  /** Longest wait for the headers of the response. */
  deadlineMs?: number;
}

export type ProxiedResponse = Awaited<ReturnType<Pool['request']>>;

/** The server behind the edge. */
export interface Origin {
  /**
   * Fetches a response that may be shared: a GET without cookies or any other header of a client.
   * @throws Error if the origin does not respond
   */
  fetch(key: string): Promise<OriginResponse>;
  /**
   * Forwards a client's request.
   * @throws Error if the origin does not respond
   */
  proxy(request: ProxyRequest): Promise<ProxiedResponse>;
  close(): Promise<void>;
}

/**
 * @param url where the origin listens
 * @param host the public host of the site, sent with each fetch
 */
export function createOrigin(url: string, host: string): Origin {
  // Two pools, so that proxied requests do not wait for fetches, nor fetches for them.
  const fetchPool = new Pool(url, { connections: MAX_FETCH_CONNECTIONS, pipelining: 1 });
  const proxyPool = new Pool(url, { pipelining: 1 });
  return {
    async fetch(key) {
      const { statusCode, headers, body } = await fetchPool.request({
        method: 'GET',
        path: key,
        headers: { host, 'accept-encoding': 'identity' },
        signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
      });
      return { status: statusCode, headers, body: Buffer.from(await body.arrayBuffer()) };
    },
    proxy: ({ method, url: path, headers, body, signal, deadlineMs = PROXY_TIMEOUT_MS }) =>
      proxyPool.request({
        method: method as 'GET',
        path,
        headers,
        body,
        signal,
        headersTimeout: deadlineMs,
        bodyTimeout: PROXY_TIMEOUT_MS,
      }),
    async close() {
      await Promise.all([fetchPool.close(), proxyPool.close()]);
    },
  };
}
