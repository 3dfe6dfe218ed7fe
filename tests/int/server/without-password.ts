import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { findMongod } from '#server/database/find-mongod.ts';
import { freePort } from '#server/port.ts';

/** More than a log can be made smaller than. */
const OPLOG_MB = 1_100;
const POLL_MS = 50;

/** A replica set as the first versions started it: no password, a large log, and one note, 7, in it. */
export async function startWithoutPassword(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const mongod = await findMongod(process.env.MONGOD_BINARY);
  const address = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const set = ['--replSet', 'throughcare', '--noauth', '--oplogSize', String(OPLOG_MB)];
  const server = spawn(mongod, [...address, ...set], { stdio: 'ignore' });
  const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  const admin = client.db('admin');
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  await admin.command({ replSetInitiate: { _id: 'throughcare', members } });
  while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause(POLL_MS);
  await client.db('throughcare').collection<{ _id: number }>('notes').insertOne({ _id: 7 });
  await client.close();
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
}
