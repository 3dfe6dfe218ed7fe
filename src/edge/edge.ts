import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { EDGE_OVERHEAD_MB, type Environment } from '#platform/environment/environment.ts';
import { type Cache, createCache } from './cache.ts';
import { followChangeStream } from './change-stream.ts';
import { openDiskStore } from './disk-store.ts';
import { createHandler } from './handler.ts';
import { createOrigin } from './origin.ts';
import { createPurges } from './purges.ts';
import { REQUEST_BODY_LIMITS, type RequestBodyLimits } from './request-body-limits.ts';
import { createRouter, type Router } from './router.ts';
import { createStateWriter, type EdgeState, readState } from './saved-state.ts';
import { createSweeper } from './sweeper.ts';
import { createStore } from './two-tier-store.ts';

const MEGABYTE = 1024 * 1024;
/** Shortest interval between two saves without a purge. The oplog reaches back hours, so the resume token stays valid. */
const SAVE_INTERVAL_MS = 60_000;

/** Interval of prefetches until there is a route index, and after. */
const FIRST_PREFETCH_INTERVAL_MS = 2_000;
const PREFETCH_INTERVAL_MS = 30_000;

const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 180_000;
const CONNECTIONS_CHECK_MS = 5_000;
/** Longest time without traffic on a connection; longer than the longest wait for the origin. */
const INACTIVITY_TIMEOUT_MS = 150_000;
/** Longer than proxies in front of the edge keep an idle connection. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

interface EdgeOptions extends Pick<Environment, 'EDGE_MEMORY_MB' | 'EDGE_DISK_MB' | 'SITE_URL'> {
  /** Folder of everything that outlives a restart. */
  folder: string;
  /** URL at which the site listens. */
  origin: string;
  /** Proves to the site that requests come from the edge. */
  token: string;
  /** Identifies the build of the site: cached pages of another build are stale. */
  build: string;
  /** Returns the URI of the database. */
  database: () => Promise<string>;
  requestBodyLimits?: RequestBodyLimits;
  /** Creates the router. The default one reads the site's route index. */
  openRouter?: (cache: Cache) => Promise<Router>;
}

export interface Edge {
  server: Server;
  /** Resolves once the change stream is current for the first time. */
  caughtUp: Promise<void>;
  /** Lowers the memory limit of the cache for good. */
  shrink(): void;
  /** Finishes the responses that have begun, then closes everything. */
  close(): Promise<void>;
}

/** Creates an edge that is ready to listen, even while the site and the database are unavailable. */
export async function openEdge(options: EdgeOptions): Promise<Edge> {
  const { folder, token, build, requestBodyLimits = REQUEST_BODY_LIMITS } = options;
  const { openRouter = createRouter } = options;
  await mkdir(folder, { recursive: true });
  const stateFile = path.join(folder, 'position.json');
  const savedState = await readState(stateFile);
  const purges = createPurges(savedState?.purges);
  if (!savedState) purges.markAllGone();
  else if (savedState.build !== build) purges.markAllStale();
  let resumePoint = savedState?.place;
  const saveState = createStateWriter(
    stateFile,
    (): EdgeState => ({ build, place: resumePoint, purges: purges.snapshot() }),
  );
  await saveState();
  let savedAt = 0;
  const diskBytes = options.EDGE_DISK_MB * MEGABYTE;
  const disk = await openDiskStore(path.join(folder, 'entries'), diskBytes, purges);
  const memoryBytes = (options.EDGE_MEMORY_MB - EDGE_OVERHEAD_MB) * MEGABYTE;
  const store = createStore(disk, purges, memoryBytes);
  const sweeper = createSweeper(store);

  const changes = followChangeStream({
    uri: options.database,
    resumeAfter: resumePoint,
    onProgress(purge, newResumePoint) {
      resumePoint = newResumePoint;
      if (purge === 'all') purges.markAllGone();
      else if (purge) purges.add(purge);
      if (purge === 'all' || purge?.gone.length) sweeper.schedule();
      if (!purge && Date.now() - savedAt < SAVE_INTERVAL_MS) return;
      savedAt = Date.now();
      saveState();
    },
    onHistoryLost() {
      purges.markAllGone();
      sweeper.schedule();
      saveState();
    },
  });
  const { host } = new URL(options.SITE_URL);
  const origin = createOrigin(options.origin, host);
  const cache = createCache({ origin, store, purges, changes });
  const router = await openRouter(cache);
  // An earlier process can have ended before its sweep. Now that the router has pinned the fallback pages, it is safe.
  sweeper.schedule();
  // The fallback pages have to be cached before the origin fails.
  const prefetchRegularly = async (): Promise<void> => {
    await router.prefetch();
    const interval = router.latestIndex() ? PREFETCH_INTERVAL_MS : FIRST_PREFETCH_INTERVAL_MS;
    nextPrefetch = setTimeout(prefetchRegularly, interval);
  };
  let nextPrefetch = setTimeout(prefetchRegularly);
  changes.caughtUp.then(() => router.prefetch());
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CONNECTIONS_CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    },
    createHandler({ origin, cache, router, purges, changes, token, host, requestBodyLimits }),
  );
  server.timeout = INACTIVITY_TIMEOUT_MS;
  return {
    server,
    caughtUp: changes.caughtUp,
    shrink: store.shrink,
    async close() {
      clearTimeout(nextPrefetch);
      await closeServer(server);
      await changes.stop();
      sweeper.stop();
      await origin.close();
      await disk.flush();
      await saveState();
    },
  };
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** Returns the URI of the operator's database, or of the embedded one, which writes its own to `DATA_DIR`. */
export const databaseUri = ({
  DATABASE_URI,
  DATA_DIR,
}: Pick<Environment, 'DATABASE_URI' | 'DATA_DIR'>): Promise<string> =>
  DATABASE_URI
    ? Promise.resolve(DATABASE_URI)
    : readFile(path.join(DATA_DIR, 'database-uri'), 'utf8');
