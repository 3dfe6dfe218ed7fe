import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { Patience } from '#edge/bodies.ts';
import { openEdge } from '#edge/edge.ts';
import { env } from '#platform/environment/env.ts';
import type { Origin } from './origin.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TestEdge {
  url: string;
  /** How many are open to it. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

interface EdgeOptions {
  /** One that outlives the edge; a new one otherwise. */
  folder?: string;
  database?: () => Promise<string>;
  build?: string;
  memoryMb?: number;
  diskMb?: number;
  /** How long it waits for visitors who are slow, in milliseconds. */
  limits?: { headersTimeout?: number; requestTimeout?: number; timeout?: number };
  patience?: Patience;
  /** It is not waited for until it has heard from the database. */
  atOnce?: boolean;
}

export const TOKEN = 'a token of tests: the edge shows it to the origin';

/** An edge before this origin, on the database of the test file. */
export async function edgeBefore(
  origin: Pick<Origin, 'url'>,
  {
    folder,
    database,
    build = 'build',
    memoryMb = 256,
    diskMb = 64,
    atOnce = false,
    limits,
    patience,
  }: EdgeOptions = {},
): Promise<TestEdge> {
  const edge = await openEdge({
    folder: folder ?? (await temporaryFolder()),
    origin: origin.url,
    token: TOKEN,
    build,
    database: database ?? (async () => env.DATABASE_URI ?? ''),
    SITE_URL: env.SITE_URL,
    EDGE_MEMORY_MB: memoryMb,
    EDGE_DISK_MB: diskMb,
    patience,
  });
  if (limits) Object.assign(edge.server, limits, { connectionsCheckingInterval: 50 });
  edge.server.listen(0, '127.0.0.1');
  await once(edge.server, 'listening');
  if (!atOnce) await edge.current;
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

export interface Got {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks without a library that would put anything right, or undo a coding. */
export function ask(
  { url }: Pick<TestEdge, 'url'>,
  address: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Got> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: address, method, headers, agent: false },
      (res) => {
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
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** What it says of how it came by its answer. */
export const how = ({ headers }: Got): string => headers['cache-status'] ?? '';
