import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { zoneDataWarning } from '#domain/zone-data.ts';
import { type Environment, parseEnvironment } from '#platform/environment/environment.ts';
import { inWords } from '#platform/process/describe-failure.ts';
import { freePort, requireFreePort } from '#platform/process/port.ts';
import { say } from '#platform/process/progress.ts';
import { type OpenDatabase, openDatabase } from './database/open.ts';
import { hasKeptPages, startEdge } from './edge-process.ts';
import { bringFirstContent } from './first-content.ts';
import { forgetWhereDatabaseIs, tellWhereDatabaseIs } from './running.ts';
import { secretFor, suppressionKeyFor } from './secrets.ts';
import { saySeldom } from './seldom.ts';
import { onShutdown, type Shutdown } from './shutdown.ts';
import type { Running } from './supervise.ts';
import { watchDisk } from './watch-disk.ts';
import { serve, type WebOptions } from './web.ts';
import { welcome } from './welcome.ts';
import { startWorker } from './worker-process.ts';

const RETRY_PAUSE_MS = 5_000;
const LOOPBACK = '127.0.0.1';

/**
 * Everything that `npm start` and `npm run dev` have in common: from the environment to a site that
 * answers, and back again in order when it has to stop.
 * @param prepare what has to be there before the site can be served
 */
export async function run(
  command: WebOptions['command'],
  prepare: (shutdown: Shutdown) => Promise<void>,
): Promise<void> {
  const shutdown = onShutdown();
  try {
    const settings = parseEnvironment(process.env);
    await mkdir(settings.DATA_DIR, { recursive: true });
    await requireFreePort(settings.HOST, settings.PORT);
    void watchDisk(settings.DATA_DIR, shutdown.signal);
    const zones = zoneDataWarning(process.versions.tz, new Date());
    if (zones) say(zones);
    const secrets = {
      PAYLOAD_SECRET: await secretFor(settings),
      SUPPRESSION_KEY: await suppressionKeyFor(settings),
    };
    const surroundings = environmentFor(command, settings, secrets);
    // Visitors read what was kept while all the rest comes up, or cannot; who starts for the first time
    // is told what is wrong before anything long begins.
    const hasKept = command === 'start' && (await hasKeptPages(settings.DATA_DIR));
    const open = () => openDatabase(settings);
    const opened = hasKept ? undefined : await databaseFor(settings, shutdown, open);
    await prepare(shutdown);
    const edge = command === 'start' ? await edgeBefore(surroundings, shutdown) : undefined;
    const database =
      opened ?? (await databaseFor(settings, shutdown, () => untilDone(shutdown.signal, open)));
    const environment = { ...surroundings, DATABASE_URI: database.uri };
    const fill = async () => {
      if (database.embedded) await tellWhereDatabaseIs(settings.DATA_DIR, database.uri);
      await bringFirstContent(database, environment, shutdown.signal);
    };
    await (hasKept ? untilDone(shutdown.signal, fill) : fill());
    await site({ command, settings, environment, shutdown, edge, keepsTrying: hasKept });
    welcome(settings, database);
  } catch (error) {
    await shutdown.begin(error);
  }
}

interface Before extends Running {
  /** Where it asks the site. */
  origin: number;
}

async function edgeBefore(environment: NodeJS.ProcessEnv, shutdown: Shutdown): Promise<Before> {
  const origin = await freePort();
  environment.WEB_PORT = String(origin);
  environment.EDGE_TOKEN = randomBytes(32).toString('base64url');
  const edge = startEdge({ environment });
  shutdown.add(edge.stop);
  await edge.ready;
  return { ...edge, origin };
}

async function databaseFor(
  settings: Environment,
  shutdown: Shutdown,
  open: () => Promise<OpenDatabase>,
): Promise<OpenDatabase> {
  const opening = open();
  shutdown.add(async () => {
    const opened = await opening.catch(() => undefined);
    await opened?.stop();
    if (opened?.embedded) await forgetWhereDatabaseIs(settings.DATA_DIR);
  });
  return opening;
}

/** While visitors can read what is kept, a database that is away is no reason to end. */
async function untilDone<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const sayAgain = saySeldom();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      sayAgain(`${inWords(error)}\nThe pages that are kept can be read; trying again.`);
      await pause(RETRY_PAUSE_MS, undefined, { signal });
    }
  }
}

/** What the processes that we start see of the environment. */
function environmentFor(
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

interface Site extends Pick<WebOptions, 'command' | 'environment' | 'keepsTrying'> {
  settings: Environment;
  shutdown: Shutdown;
  edge: Before | undefined;
}

async function site({ settings, shutdown, edge, command, ...started }: Site): Promise<void> {
  shutdown.signal.throwIfAborted();
  // Side by side, each takes its time to start; the web server stops first, then what it left is sent.
  const worker = startWorker(started);
  shutdown.add(worker.stop);
  const where = edge
    ? { host: LOOPBACK, port: edge.origin }
    : { host: settings.HOST, port: settings.PORT };
  const web = serve({ command, ...where, ...started });
  shutdown.add(async () => {
    // What it is passing on has to be answered first.
    await edge?.stop();
    await web.stop();
  });
  await Promise.all([worker.ready, web.ready]);
}
