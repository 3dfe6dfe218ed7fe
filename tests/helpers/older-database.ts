import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { freePort } from '#platform/process/port.ts';
import { findMongod } from '#server/database/find-mongod.ts';

/** More than a log can be made smaller than. */
const OPLOG_MB = 1_100;
const POLL_MS = 50;

export interface OlderDatabase {
  client: MongoClient;
  /** Leaves its folder behind. */
  stop(): Promise<void>;
}

/**
 * The database of an empty folder of data as the product started it before it had a password: a replica set with a
 * large log that anybody on the machine can read.
 */
export async function olderDatabase(dataDir: string): Promise<OlderDatabase> {
  const folder = path.join(dataDir, 'mongodb');
  await mkdir(folder, { recursive: true });
  const port = await freePort();
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
