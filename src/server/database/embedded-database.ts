import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';
import { freePort } from '#platform/process/port.ts';
import { say } from '#platform/process/progress.ts';
import { giveWay } from '#server/give-way.ts';
import { saySeldom } from '#server/seldom.ts';
import { claimFolder, inUse } from './claim.ts';
import { asMember, type Credentials, credentialsIn } from './credentials.ts';
import { OPLOG_MB } from './oplog.ts';
import { becomePrimary, REPLICA_SET, replicaSetUri } from './replica-set.ts';
import { foundInUse, Server } from './server.ts';

const LAUNCH_MS = 60_000;
const RESTART_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** At the first start, a server that was killed a moment ago is given so many chances to let go of its files. */
const ATTEMPTS = 6;
/**
 * What a killed process was writing stays open on the server, and keeps the same request, sent again, out
 * for so long; MongoDB's own minute is too long for who waits. Long enough for the largest picture.
 */
const ABANDONED_S = 15;

export interface EmbeddedDatabase {
  uri: string;
  /** Stops the server after all that was acknowledged is on disk. */
  stop(): Promise<void>;
}

interface Options {
  mongod: string;
  /** The folder of data: its files are in `mongodb` there, what it is opened by beside them. */
  dataDir: string;
  /** The database's name. */
  name: string;
  /** Where it listens; a free port otherwise. */
  port?: number;
}

/**
 * Starts a real `mongod` as a child of this process: a replica set of one member, on a free port of
 * the loopback address, journaled, with a password. A server that dies is started again on the same port, as
 * often as it takes, so that clients find it where it was; one whose parent dies is stopped by a watching process.
 * @throws Refusal if another process has it open; Error if it does not start at first
 */
export async function startEmbeddedDatabase({
  mongod,
  dataDir,
  name,
  port,
}: Options): Promise<EmbeddedDatabase> {
  const folder = path.join(dataDir, 'mongodb');
  await mkdir(folder, { recursive: true });
  const giveBack = await claimFolder(folder);
  try {
    const credentials = await credentialsIn(dataDir);
    const at = port ?? (await freePort());
    const stop = await keepRunning(serverIn(folder, mongod, at, credentials), () =>
      becomePrimary(at, credentials),
    );
    return {
      uri: replicaSetUri(at, name, credentials.password),
      async stop() {
        await stop();
        await giveBack();
      },
    };
  } catch (error) {
    await giveBack();
    throw foundInUse(error) ? inUse(folder) : error;
  }
}

function serverIn(dbPath: string, mongod: string, port: number, credentials: Credentials): Server {
  // The files may have been written by another version: the found binary is taken as it is.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const parameters = [
    `transactionLifetimeLimitSeconds=${ABANDONED_S}`,
    // Nobody else makes the first user.
    'enableLocalhostAuthBypass=false',
  ];
  const server = new Server({
    instance: {
      port,
      dbPath,
      ip: '127.0.0.1',
      replSet: REPLICA_SET,
      storageEngine: 'wiredTiger',
      launchTimeout: LAUNCH_MS,
      auth: true,
      keyfileLocation: credentials.keyFile,
      args: ['--oplogSize', `${OPLOG_MB}`, ...parameters.flatMap((one) => ['--setParameter', one])],
    },
    binary: { systemBinary: mongod },
    // A group of its own: Ctrl-C reaches us alone, and we stop the database last.
    spawn: { detached: true },
  });
  // It is told to shut down over a connection.
  server.extraConnectionOptions = asMember(credentials);
  return server;
}

/**
 * Starts a server, and again whenever it died.
 * @param prepare makes one that listens ready for clients
 * @returns ends it
 */
async function keepRunning(
  server: Server,
  prepare: () => Promise<void>,
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Told when the server that is being started has died: who starts it sees to that. */
  let failStart: ((reason: Error) => void) | undefined;
  let returning: Promise<void> | undefined;

  const begin = async () => {
    const { promise: died, reject } = Promise.withResolvers<never>();
    died.catch(() => {});
    failStart = reject;
    await server.start();
    if (server.mongodProcess?.pid) giveWay(server.mongodProcess.pid);
    await Promise.race([prepare(), died]);
    failStart = undefined;
  };
  const beginFirst = async () => {
    for (let failures = 0; ; failures += 1) {
      try {
        return await begin();
      } catch (error) {
        if (failures >= ATTEMPTS || !foundInUse(error)) throw error;
      }
      say('Another server has the files of the database open; waiting.');
      await server.stop();
      await pauseAfter(failures, signal);
    }
  };
  /** What is kept can be read without the database, so nothing but a signal ends this. */
  const bringBack = async () => {
    const sayAgain = saySeldom();
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await server.stop();
        await pauseAfter(failures, signal);
        await begin();
        return say('The database is back.');
      } catch (error) {
        if (signal.aborted) return;
        sayAgain(`The database does not start (${server.reason(error)}); trying again.`);
      }
    }
  };
  const stop = async () => {
    stopping.abort();
    await server.stop();
    await returning;
    // It can have been about to start.
    await server.stop();
  };

  server.on(MongoInstanceEvents.instanceClosed, (code, by) => {
    if (signal.aborted) return;
    if (failStart) return failStart(new Error('The database stopped while it started.'));
    const why = server.reason(new Error(by ? `ended by ${by}` : `exit code ${code}`));
    say(`The database stopped unexpectedly (${why}); starting it again.`);
    returning = bringBack();
  });
  try {
    // One that was killed a moment ago needs another moment to let go of its files.
    await beginFirst();
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @throws AbortError once everything has to stop */
const pauseAfter = (failures: number, signal: AbortSignal): Promise<void> =>
  pause(Math.min(RESTART_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), undefined, { signal });
