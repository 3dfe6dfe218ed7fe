import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEdge } from '#edge/edge.ts';
import type { RequestTarget } from '#edge/request-target.ts';
import type { Route } from '#edge/route-index.ts';
import type { Router } from '#edge/router.ts';
import type { SuiteServer } from './suite-origin.ts';

/** All paths are cacheable, with their whole query. There are no fallback pages. */
const ALL_PATHS: Router = {
  findRoute: sharedRoute,
  resolveRoute: async (target) => sharedRoute(target),
  latestIndex: () => undefined,
  prefetch: async () => {},
};

function sharedRoute({ path, query }: RequestTarget): Route {
  return { kind: 'shared', key: query ? `${path}?${query}` : path };
}

/**
 * Starts an edge on loopback that caches all paths of an origin. It has no database, and so no change stream: freshness
 * lifetimes count, as for other caches.
 */
export async function startSuiteEdge(origin: string): Promise<SuiteServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-cache-suite-'));
  const edge = await openEdge({
    folder,
    origin,
    token: 'a token of tests',
    build: 'build',
    database: () => Promise.reject(new Error('There is no database.')),
    openRouter: async () => ALL_PATHS,
    SITE_URL: 'http://throughcare.test',
    EDGE_MEMORY_MB: 256,
    EDGE_DISK_MB: 64,
  });
  edge.server.listen(0, '127.0.0.1');
  await once(edge.server, 'listening');
  const { port } = edge.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      edge.server.closeAllConnections();
      await edge.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
