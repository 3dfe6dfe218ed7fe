import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { findMongod } from '#server/database/find-mongod.ts';

/** Starts a `mongod` without a replica set. @returns a function that stops it */
export async function startStandaloneMongod(port: number): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-standalone-'));
  const mongod = await findMongod(process.env.MONGOD_BINARY);
  const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const server = spawn(mongod, args, { stdio: 'ignore' });
  await (await MongoClient.connect(`mongodb://127.0.0.1:${port}/`)).close();
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(folder, { recursive: true });
  };
}
