import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { findFreePort } from '#platform/process/port.ts';
import { findMongod } from '#server/database/find-mongod.ts';

/** More than the minimum to which MongoDB shrinks an oplog, 990 MB. */
const OPLOG_MB = 1_100;
const POLL_MS = 50;

export interface PasswordlessDatabase {
  client: MongoClient;
  /** Stops the server and keeps its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a database in an empty data folder as earlier versions did: a replica set without a password, and with a large
 * oplog.
 */
export async function startPasswordlessDatabase(dataDir: string): Promise<PasswordlessDatabase> {
  const folder = path.join(dataDir, 'mongodb');
  await mkdir(folder, { recursive: true });
  const port = await findFreePort();
  const mongod = await findMongod(process.env.MONGOD_BINARY);
  const address = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const set = ['--replSet', 'throughcare', '--noauth', '--oplogSize', String(OPLOG_MB)];
  const server = spawn(mongod, [...address, ...set], { stdio: 'ignore' });
  const client = await MongoClient.connect(
    `mongodb://127.0.0.1:${port}/throughcare?directConnection=true`,
  );
  const admin = client.db('admin');
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  await admin.command({ replSetInitiate: { _id: 'throughcare', members } });
  while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause(POLL_MS);
  return {
    client,
    async stop() {
      await client.close();
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
