import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { findZoneDataWarning } from '#domain/time-zone-data.ts';
import { type Environment, parseEnvironment } from '#platform/environment/environment.ts';
import { describeFailure } from '#platform/process/describe-failure.ts';
import { findFreePort, requireFreePort } from '#platform/process/port.ts';
import { printLine } from '#platform/process/progress.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { removeDatabaseUri, writeDatabaseUri } from './database-uri-file.ts';
import { hasCachedPages, startEdge } from './edge-process.ts';
import { payloadSecretFor, suppressionKeyFor } from './secrets.ts';
import { seedEmptyDatabase } from './seed-empty-database.ts';
import { type Shutdown, watchForShutdown } from './shutdown.ts';
import type { SupervisedProcess } from './supervise.ts';
import { createThrottledLog } from './throttled-log.ts';
import { watchDisk } from './watch-disk.ts';
import { startWeb, type WebOptions } from './web-process.ts';
import { printWelcome } from './welcome.ts';
import { startWorker } from './worker-process.ts';

const RETRY_PAUSE_MS = 5_000;
const LOOPBACK = '127.0.0.1';

/**
 * Runs the whole product, for `npm start` and `npm run dev`: starts its processes in order, and stops them in reverse
 * order on a signal or a failure. Resolves once the site is ready.
 * @param prepare builds what the site needs before it is served
 */
export async function runSite(
  command: WebOptions['command'],
  prepare: (shutdown: Shutdown) => Promise<void>,
): Promise<void> {
  const shutdown = watchForShutdown();
  try {
    const settings = parseEnvironment(process.env);
    await mkdir(settings.DATA_DIR, { recursive: true });
    await requireFreePort(settings.HOST, settings.PORT);
    void watchDisk(settings.DATA_DIR, shutdown.signal);
    const zoneWarning = findZoneDataWarning(process.versions.tz, new Date());
    if (zoneWarning) printLine(zoneWarning);
    const secrets = {
      PAYLOAD_SECRET: await payloadSecretFor(settings),
      SUPPRESSION_KEY: await suppressionKeyFor(settings),
    };
    const baseEnvironment = childEnvironment(command, settings, secrets);
    // With pages in the cache, the edge starts before the database and serves them while the rest starts or fails to.
    // Without any, the database is opened first, so that a wrong setting is reported before the long build.
    const hasCache = command === 'start' && (await hasCachedPages(settings.DATA_DIR));
    const open = () => openDatabase(settings);
    const openedDatabase = hasCache ? undefined : await openUntilShutdown(settings, shutdown, open);
    await prepare(shutdown);
    const edge = command === 'start' ? await startEdgeFirst(baseEnvironment, shutdown) : undefined;
    const database =
      openedDatabase ??
      (await openUntilShutdown(settings, shutdown, () => retryUntilDone(shutdown.signal, open)));
    const environment = { ...baseEnvironment, DATABASE_URI: database.uri };
    const seed = async () => {
      if (database.embedded) await writeDatabaseUri(settings.DATA_DIR, database.uri);
      await seedEmptyDatabase(database, environment, shutdown.signal);
    };
    await (hasCache ? retryUntilDone(shutdown.signal, seed) : seed());
    await startWebAndWorker({
      command,
      settings,
      environment,
      shutdown,
      edge,
      retriesFirstStart: hasCache,
    });
    printWelcome(settings, database);
  } catch (error) {
    await shutdown.begin(error);
  }
}

interface StartedEdge extends SupervisedProcess {
  /** Port of the web server, from which the edge fetches. */
  originPort: number;
}

/** Starts the edge before its origin, and adds the settings of both to the environment. */
async function startEdgeFirst(
  environment: NodeJS.ProcessEnv,
  shutdown: Shutdown,
): Promise<StartedEdge> {
  const originPort = await findFreePort();
  environment.WEB_PORT = String(originPort);
  environment.EDGE_TOKEN = randomBytes(32).toString('base64url');
  const edge = startEdge({ environment });
  shutdown.add(edge.stop);
  await edge.ready;
  return { ...edge, originPort };
}

/** Opens the database, and stops it at shutdown, even while it is still opening. */
async function openUntilShutdown(
  settings: Environment,
  shutdown: Shutdown,
  open: () => Promise<OpenDatabase>,
): Promise<OpenDatabase> {
  const opening = open();
  shutdown.add(async () => {
    const openedDatabase = await opening.catch(() => undefined);
    await openedDatabase?.stop();
    if (openedDatabase?.embedded) await removeDatabaseUri(settings.DATA_DIR);
  });
  return opening;
}

/** Retries until the work succeeds: while cached pages are served, a missing database is no reason to exit. */
async function retryUntilDone<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const logThrottled = createThrottledLog();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      logThrottled(`${describeFailure(error)}\nCached pages are served meanwhile; trying again.`);
      await pause(RETRY_PAUSE_MS, undefined, { signal });
    }
  }
}

/** Returns the environment of the child processes, but for the address of the database. */
function childEnvironment(
  command: WebOptions['command'],
  { DATA_DIR, PORT, HOST, SITE_URL }: Environment,
  secrets: Record<'PAYLOAD_SECRET' | 'SUPPRESSION_KEY', string>,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: command === 'start' ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST,
    PORT: String(PORT),
    SITE_URL,
    DATA_DIR,
    ...secrets,
  };
}

interface SiteOptions extends Pick<WebOptions, 'command' | 'environment' | 'retriesFirstStart'> {
  settings: Environment;
  shutdown: Shutdown;
  edge: StartedEdge | undefined;
}

async function startWebAndWorker({
  settings,
  shutdown,
  edge,
  command,
  ...processOptions
}: SiteOptions): Promise<void> {
  shutdown.signal.throwIfAborted();
  // They start side by side, because each takes a while. The worker stops last, to send what the web server enqueued.
  const worker = startWorker(processOptions);
  shutdown.add(worker.stop);
  const address = edge
    ? { host: LOOPBACK, port: edge.originPort }
    : { host: settings.HOST, port: settings.PORT };
  const web = startWeb({ command, ...address, ...processOptions });
  shutdown.add(async () => {
    // The edge finishes its proxied requests first, which need the web server.
    await edge?.stop();
    await web.stop();
  });
  await Promise.all([worker.ready, web.ready]);
}
