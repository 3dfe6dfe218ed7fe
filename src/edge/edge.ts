import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { EDGE_OVERHEAD_MB, type Environment } from '#platform/environment/environment.ts';
import { PATIENCE, type Patience } from './bodies.ts';
import { listen } from './changes.ts';
import { openDisk } from './disk.ts';
import { createHandler } from './handler.ts';
import { createOrigin } from './origin.ts';
import { createPages } from './pages.ts';
import { type Position, positionWriter, readPosition } from './position.ts';
import { createPurges } from './purges.ts';
import { createSiteAddresses } from './standing.ts';
import { createStore } from './store.ts';
import { createSweeper } from './sweeper.ts';

const MEGABYTE = 1024 * 1024;
/** A database’s log goes back for hours at least: where we are in it is written down more often. */
const SAVE_MS = 60_000;

const PREPARE_MS = 2_000;
const PREPARED_MS = 30_000;

const HEADERS_MS = 15_000;
const REQUEST_MS = 180_000;
const CHECK_MS = 5_000;
/** Nobody takes anything of an answer for so long: longer than the site is waited for. */
const STALLED_MS = 150_000;
/** Longer than proxies before us keep a connection that nobody uses. */
const KEEP_ALIVE_MS = 65_000;

interface Options extends Pick<Environment, 'EDGE_MEMORY_MB' | 'EDGE_DISK_MB' | 'SITE_URL'> {
  /** Where what outlives a restart lies. */
  folder: string;
  /** Where the site listens. */
  origin: string;
  /** By which the site knows us. */
  token: string;
  /** The build of the site: pages of another one are stale. */
  build: string;
  /** Where the database is. */
  database: () => Promise<string>;
  patience?: Patience;
}

export interface Edge {
  server: Server;
  /** Resolves once it knows all that the database has to tell. */
  current: Promise<void>;
  /** It takes more memory than it may: it keeps less from now on. */
  makeLessRoom(): void;
  /** Lets go of everything; what is being answered is finished. */
  close(): Promise<void>;
}

/** Makes an edge that is ready to listen, whatever is up behind it. */
export async function openEdge(options: Options): Promise<Edge> {
  const { folder, token, build, patience = PATIENCE } = options;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'position.json');
  const before = await readPosition(file);
  const purges = createPurges(before?.purges);
  if (!before) purges.allGone();
  else if (before.build !== build) purges.allStale();
  let place = before?.place;
  const save = positionWriter(file, (): Position => ({ build, place, purges: purges.saved() }));
  await save();
  let savedAt = 0;
  const entries = path.join(folder, 'entries');
  const disk = await openDisk(entries, options.EDGE_DISK_MB * MEGABYTE, purges);
  const memory = (options.EDGE_MEMORY_MB - EDGE_OVERHEAD_MB) * MEGABYTE;
  const store = createStore(disk, purges, memory);
  const sweeper = createSweeper(store);

  const changes = listen({
    uri: options.database,
    after: place,
    heard(change, now) {
      place = now;
      if (change === 'all') purges.allGone();
      else if (change) purges.add(change);
      if (change === 'all' || change?.gone.length) sweeper.soon();
      if (!change && Date.now() - savedAt < SAVE_MS) return;
      savedAt = Date.now();
      save();
    },
    lost() {
      purges.allGone();
      sweeper.soon();
      save();
    },
  });
  const { host } = new URL(options.SITE_URL);
  const origin = createOrigin(options.origin, host);
  const pages = createPages({ origin, store, purges, changes });
  const site = await createSiteAddresses(pages);
  // The process can have ended before this was done; what stands in for the site is known by now.
  sweeper.soon();
  // What it needs for the worst case is there before the worst case is.
  const prepare = async (): Promise<void> => {
    await site.prepare();
    preparing = setTimeout(prepare, site.known() ? PREPARED_MS : PREPARE_MS);
  };
  let preparing = setTimeout(prepare);
  changes.current.then(() => site.prepare());
  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    createHandler({ origin, pages, site, purges, changes, token, host, patience }),
  );
  server.timeout = STALLED_MS;
  return {
    server,
    current: changes.current,
    makeLessRoom: store.makeLessRoom,
    async close() {
      clearTimeout(preparing);
      await closed(server);
      await changes.stop();
      sweeper.end();
      await origin.close();
      await disk.written();
      await save();
    },
  };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** Where the database is: as the operator says, or as our own one was started. */
export const databaseOf = ({
  DATABASE_URI,
  DATA_DIR,
}: Pick<Environment, 'DATABASE_URI' | 'DATA_DIR'>): Promise<string> =>
  DATABASE_URI
    ? Promise.resolve(DATABASE_URI)
    : readFile(path.join(DATA_DIR, 'database-uri'), 'utf8');
