import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';
import { giveWay } from '#server/give-way.ts';
import { freePort } from '#server/port.ts';
import { say } from '#server/progress.ts';
import { claimFolder, inUse } from './claim.ts';
import { becomePrimary, REPLICA_SET, replicaSetUri } from './replica-set.ts';
import { foundInUse, Server } from './server.ts';

const LAUNCH_MS = 60_000;
const RESTART_PAUSE_MS = 250;
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
  /** Where its files are; made if it is not there. */
  folder: string;
  /** The database's name. */
  name: string;
  /** Where it listens; a free port otherwise. */
  port?: number;
  /** Called when the server cannot be brought back after it died. */
  onLost: (reason: unknown) => void;
}

/**
 * Starts a real `mongod` as a child of this process: a replica set of one member, on a free port of
 * the loopback address, journaled. A server that dies is started again on the same port, so that
 * clients find it where it was; one whose parent dies is stopped by a watching process.
 */
export async function startEmbeddedDatabase(options: Options): Promise<EmbeddedDatabase> {
  const { mongod, folder, name, onLost } = options;
  await mkdir(folder, { recursive: true });
  const giveBack = await claimFolder(folder);
  const port = options.port ?? (await freePort());
  // The files may have been written by another version: the found binary is taken as it is.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const server = new Server({
    instance: {
      port,
      dbPath: folder,
      ip: '127.0.0.1',
      replSet: REPLICA_SET,
      storageEngine: 'wiredTiger',
      launchTimeout: LAUNCH_MS,
      args: ['--setParameter', `transactionLifetimeLimitSeconds=${ABANDONED_S}`],
    },
    binary: { systemBinary: mongod },
    // A group of its own: Ctrl-C reaches us alone, and we stop the database last.
    spawn: { detached: true },
  });

  let stopping = false;
  /** Told when the server that is being started has died: who starts it sees to that. */
  let failStart: ((reason: Error) => void) | undefined;
  const beginOnce = async () => {
    const { promise: died, reject } = Promise.withResolvers<never>();
    died.catch(() => {});
    failStart = reject;
    await server.start();
    if (server.mongodProcess?.pid) giveWay(server.mongodProcess.pid);
    await Promise.race([becomePrimary(port), died]);
    failStart = undefined;
  };
  const begin = async (triesAgain: (error: unknown) => boolean) => {
    for (let failures = 0; !stopping; failures += 1) {
      try {
        return await beginOnce();
      } catch (error) {
        if (failures >= ATTEMPTS || !triesAgain(error)) throw error;
        if (foundInUse(error)) say('Another server has the files of the database open; waiting.');
        await server.stop();
        await pause(RESTART_PAUSE_MS * 2 ** failures);
      }
    }
  };
  const bringBack = async () => {
    await server.stop();
    await pause(RESTART_PAUSE_MS);
    await begin(() => true);
  };
  server.on(MongoInstanceEvents.instanceClosed, () => {
    if (stopping) return;
    if (failStart) return failStart(new Error('The database stopped while it started.'));
    say('The database stopped unexpectedly; starting it again.');
    bringBack().catch(onLost);
  });

  const stop = async () => {
    stopping = true;
    await server.stop();
    await giveBack();
  };
  try {
    // One that was killed a moment ago needs another moment to let go of its files.
    await begin(foundInUse);
  } catch (error) {
    await stop();
    throw foundInUse(error) ? inUse(folder) : error;
  }
  return { uri: replicaSetUri(port, name), stop };
}
