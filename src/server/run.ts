import { mkdir } from 'node:fs/promises';
import { type Environment, parseEnvironment } from '#environment.ts';
import { type OpenDatabase, openDatabase } from './database/open.ts';
import { bringFirstContent } from './first-content.ts';
import { requireFreePort } from './port.ts';
import { forgetWhereDatabaseIs, tellWhereDatabaseIs } from './running.ts';
import { secretFor, suppressionKeyFor } from './secrets.ts';
import { onShutdown, type Shutdown } from './shutdown.ts';
import { serve, type WebOptions } from './web.ts';
import { welcome } from './welcome.ts';
import { startWorker } from './worker-process.ts';

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
    const secrets = {
      PAYLOAD_SECRET: await secretFor(settings),
      SUPPRESSION_KEY: await suppressionKeyFor(settings),
    };
    const database = await databaseFor(settings, shutdown);
    const environment = environmentFor(command, settings, database, secrets);
    await prepare(shutdown);
    await bringFirstContent(database, environment, shutdown.signal);
    await site(command, settings, environment, shutdown);
    welcome(settings, database);
  } catch (error) {
    await shutdown.begin(error);
  }
}

async function databaseFor(settings: Environment, shutdown: Shutdown): Promise<OpenDatabase> {
  const opening = openDatabase(settings, shutdown.begin);
  shutdown.add(async () => {
    const opened = await opening.catch(() => undefined);
    await opened?.stop();
    if (opened?.embedded) await forgetWhereDatabaseIs(settings.DATA_DIR);
  });
  const database = await opening;
  if (database.embedded) await tellWhereDatabaseIs(settings.DATA_DIR, database.uri);
  return database;
}

/** What the processes that we start see of the environment. */
function environmentFor(
  command: WebOptions['command'],
  { DATA_DIR, PORT, HOST, SITE_URL }: Environment,
  { uri }: OpenDatabase,
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
    DATABASE_URI: uri,
    ...secrets,
  };
}

async function site(
  command: WebOptions['command'],
  { HOST: host, PORT: port }: Environment,
  environment: NodeJS.ProcessEnv,
  shutdown: Shutdown,
): Promise<void> {
  shutdown.signal.throwIfAborted();
  const onLost = shutdown.begin;
  // Side by side, each takes its time to start; the web server stops first, then what it left is sent.
  const worker = startWorker({ environment, onLost });
  shutdown.add(worker.stop);
  const web = serve({ command, host, port, environment, onLost });
  shutdown.add(web.stop);
  await Promise.all([worker.ready, web.ready]);
}
