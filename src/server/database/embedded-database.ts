import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoInstance } from 'mongodb-memory-server-core';
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';
import { say } from '#server/progress.ts';
import { becomePrimary, REPLICA_SET, replicaSetUri } from './replica-set.ts';

const LAUNCH_MS = 60_000;
const RESTART_PAUSE_MS = 250;
const LOCK_DEADLINE_MS = 20_000;

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
  await earlierServerGone(folder);
  const port = await freePort();
  // The files may have been written by another version: the found binary is taken as it is.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const server = new MongoInstance({
    instance: {
      port,
      dbPath: folder,
      ip: '127.0.0.1',
      replSet: REPLICA_SET,
      storageEngine: 'wiredTiger',
      launchTimeout: LAUNCH_MS,
    },
    binary: { systemBinary: mongod },
  });

  let stopping = false;
  let watching = false;
  const begin = async () => {
    watching = false;
    await server.start();
    await becomePrimary(port);
    watching = true;
  };
  server.on(MongoInstanceEvents.instanceClosed, () => {
    if (stopping || !watching) return;
    say('The database stopped unexpectedly; starting it again.');
    bringBack().catch(onLost);
  });
  const bringBack = async () => {
    await server.stop();
    await pause(RESTART_PAUSE_MS);
    if (!stopping) await begin();
  };

  await begin();
  return {
    uri: replicaSetUri(port, name),
    async stop() {
      stopping = true;
      await server.stop();
    },
  };
}

/** After a kill of the parent alone, the earlier server needs a moment to close its files. */
async function earlierServerGone(folder: string): Promise<void> {
  const deadline = Date.now() + LOCK_DEADLINE_MS;
  const lock = path.join(folder, 'mongod.lock');
  for (;;) {
    const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (!pid || !(await isMongod(pid))) return;
    if (Date.now() > deadline) {
      throw new Error(
        `Another database (process ${pid}) is using ${folder}. Stop it, or set DATA_DIR to another folder.`,
      );
    }
    await pause(RESTART_PAUSE_MS);
  }
}

/** Process numbers are used again: after a crash, the one in the lock may be anybody's. */
async function isMongod(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'mongod');
  return command.includes('mongod');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No free port.')),
      );
    });
  });
}
