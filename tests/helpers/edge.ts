import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { openEdge } from '#edge/edge.ts';
import type { RequestBodyLimits } from '#edge/request-body-limits.ts';
import { env } from '#platform/environment/env.ts';
import type { StubOrigin } from './stub-origin.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

export interface TestEdge {
  url: string;
  /** Counts the open connections. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

interface TestEdgeOptions {
  /** A folder that outlives the edge; a temporary one by default. */
  folder?: string;
  database?: () => Promise<string>;
  build?: string;
  memoryMb?: number;
  diskMb?: number;
  /** Timeouts of the HTTP server, in milliseconds. */
  timeouts?: { headersTimeout?: number; requestTimeout?: number; timeout?: number };
  requestBodyLimits?: RequestBodyLimits;
  /** Does not wait until the change stream is current. */
  skipCatchUp?: boolean;
}

export const TEST_EDGE_TOKEN = 'a token of tests: the edge shows it to the origin';

/** Starts an edge in front of this origin, on the database of the test file. */
export async function startTestEdge(
  origin: Pick<StubOrigin, 'url'>,
  {
    folder,
    database,
    build = 'build',
    memoryMb = 256,
    diskMb = 64,
    skipCatchUp = false,
    timeouts,
    requestBodyLimits,
  }: TestEdgeOptions = {},
): Promise<TestEdge> {
  const edge = await openEdge({
    folder: folder ?? (await createTemporaryFolder()),
    origin: origin.url,
    token: TEST_EDGE_TOKEN,
    build,
    database: database ?? (async () => env.DATABASE_URI ?? ''),
    SITE_URL: env.SITE_URL,
    EDGE_MEMORY_MB: memoryMb,
    EDGE_DISK_MB: diskMb,
    requestBodyLimits,
  });
  if (timeouts) Object.assign(edge.server, timeouts, { connectionsCheckingInterval: 50 });
  edge.server.listen(0, '127.0.0.1');
  await once(edge.server, 'listening');
  if (!skipCatchUp) await edge.caughtUp;
  const { port } = edge.server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  const close = () => {
    edge.server.closeAllConnections();
    closing ??= edge.close();
    return closing;
  };
  onTestFinished(close);
  const connections = promisify(edge.server.getConnections.bind(edge.server));
  return { url: `http://127.0.0.1:${port}`, connections, close };
}

export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

interface RequestOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends a request without a client library, which would normalize the target or decode the content coding. */
export function fetchRaw(
  { url }: Pick<TestEdge, 'url'>,
  target: string,
  { method = 'GET', headers = {}, body }: RequestOptions = {},
): Promise<HttpResponse> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const req = request({ hostname, port, path: target, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.once('error', reject);
      res.once('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers as Record<string, string>,
          body: Buffer.concat(chunks),
        }),
      );
    });
    req.once('error', reject);
    req.end(body);
  });
}

/** Returns the `Cache-Status` of a response; '' if there is none. */
export const cacheStatus = ({ headers }: HttpResponse): string => headers['cache-status'] ?? '';
