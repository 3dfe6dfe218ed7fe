import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';
import { findFreePort } from '#platform/process/port.ts';
import { printLine } from '#platform/process/progress.ts';
import { lowerPriority } from '#server/lower-priority.ts';
import { createThrottledLog } from '#server/throttled-log.ts';
import { claimFolder, folderInUseError } from './claim-folder.ts';
import { type Credentials, loadOrCreateCredentials, memberSignIn } from './credentials.ts';
import { isFolderInUse, MongodServer } from './mongod-server.ts';
import { OPLOG_MB } from './oplog.ts';
import { preparePrimary, REPLICA_SET, replicaSetUri } from './replica-set.ts';

const LAUNCH_TIMEOUT_MS = 60_000;
const RESTART_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** Retries of the first start while an earlier server, killed a moment ago, still has the files open. */
const FIRST_START_RETRIES = 6;
/**
 * Lifetime of a transaction, in seconds. After a process was killed, its open transactions block retries of the same
 * submissions for that long; MongoDB's default is a minute. Long enough for an upload of the largest picture.
 */
const TRANSACTION_LIFETIME_S = 15;

export interface EmbeddedDatabase {
  uri: string;
  /** Stops the server once all acknowledged writes are on disk. */
  stop(): Promise<void>;
}

interface Options {
  mongod: string;
  /** The data folder. The database files are in `mongodb` there, the credentials beside them. */
  dataDir: string;
  /** Name of the database. */
  name: string;
  /** Port to listen on; a free one by default. */
  port?: number;
}

/**
 * Starts a real `mongod` as a child of this process: a replica set of one member with a journal and a password, on
 * the loopback address. If it dies, it is started again on the same port, as often as it takes, so that clients
 * reconnect. If this process dies, a watchdog process stops it.
 * @throws OperatorError if another process has the folder open; Error if the first start fails
 */
export async function startEmbeddedDatabase({
  mongod,
  dataDir,
  name,
  port,
}: Options): Promise<EmbeddedDatabase> {
  const folder = path.join(dataDir, 'mongodb');
  await mkdir(folder, { recursive: true });
  const releaseFolder = await claimFolder(folder);
  try {
    const credentials = await loadOrCreateCredentials(dataDir);
    const listenPort = port ?? (await findFreePort());
    const stop = await keepRunning(createServer(folder, mongod, listenPort, credentials), () =>
      preparePrimary(listenPort, credentials),
    );
    return {
      uri: replicaSetUri(listenPort, name, credentials.password),
      async stop() {
        await stop();
        await releaseFolder();
      },
    };
  } catch (error) {
    await releaseFolder();
    throw isFolderInUse(error) ? folderInUseError(folder) : error;
  }
}

function createServer(
  dbPath: string,
  mongod: string,
  port: number,
  credentials: Credentials,
): MongodServer {
  // The files may come from another version, so the version of the binary is not checked.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const parameters = [
    `transactionLifetimeLimitSeconds=${TRANSACTION_LIFETIME_S}`,
    // Otherwise, any client on this machine could create the first user.
    'enableLocalhostAuthBypass=false',
  ];
  const server = new MongodServer({
    instance: {
      port,
      dbPath,
      ip: '127.0.0.1',
      replSet: REPLICA_SET,
      storageEngine: 'wiredTiger',
      launchTimeout: LAUNCH_TIMEOUT_MS,
      auth: true,
      keyfileLocation: credentials.keyFile,
      args: [
        '--oplogSize',
        `${OPLOG_MB}`,
        ...parameters.flatMap((parameter) => ['--setParameter', parameter]),
      ],
    },
    binary: { systemBinary: mongod },
    // In its own process group, it does not receive our Ctrl-C: we stop the database last.
    spawn: { detached: true },
  });
  // The library shuts the server down over a connection with these options.
  server.extraConnectionOptions = memberSignIn(credentials);
  return server;
}

/**
 * Starts a server, and restarts it whenever it dies.
 * @param prepare makes a server that listens ready for clients
 * @returns a function that stops it for good
 */
async function keepRunning(
  server: MongodServer,
  prepare: () => Promise<void>,
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Fails the start that is under way, if the server dies during it. */
  let failStart: ((reason: Error) => void) | undefined;
  let restarting: Promise<void> | undefined;

  const start = async () => {
    const { promise: died, reject } = Promise.withResolvers<never>();
    died.catch(() => {});
    failStart = reject;
    await server.start();
    if (server.mongodProcess?.pid) lowerPriority(server.mongodProcess.pid);
    await Promise.race([prepare(), died]);
    failStart = undefined;
  };
  const startFirstTime = async () => {
    for (let failures = 0; ; failures += 1) {
      try {
        return await start();
      } catch (error) {
        if (failures >= FIRST_START_RETRIES || !isFolderInUse(error)) throw error;
      }
      printLine('Another server has the files of the database open; waiting.');
      await server.stop();
      await backOff(failures, signal);
    }
  };
  /** Retries until it succeeds or is stopped: cached pages are served without the database. */
  const restart = async () => {
    const logThrottled = createThrottledLog();
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await server.stop();
        await backOff(failures, signal);
        await start();
        return printLine('The database is back.');
      } catch (error) {
        if (signal.aborted) return;
        logThrottled(`The database does not start (${server.stopReason(error)}); trying again.`);
      }
    }
  };
  const stop = async () => {
    stopping.abort();
    await server.stop();
    await restarting;
    // A restart may have started the server meanwhile.
    await server.stop();
  };

  server.on(MongoInstanceEvents.instanceClosed, (code, killSignal) => {
    if (signal.aborted) return;
    if (failStart) return failStart(new Error('The database stopped while it started.'));
    const why = server.stopReason(
      new Error(killSignal ? `ended by ${killSignal}` : `exit code ${code}`),
    );
    printLine(`The database stopped unexpectedly (${why}); starting it again.`);
    restarting = restart();
  });
  try {
    await startFirstTime();
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits longer after each failure. @throws AbortError if the signal aborts */
const backOff = (failures: number, signal: AbortSignal): Promise<void> =>
  pause(Math.min(RESTART_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), undefined, { signal });
