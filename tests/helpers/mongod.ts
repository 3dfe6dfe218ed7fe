import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '#server/database/embedded-database.ts';
import { findMongod } from '#server/database/find-mongod.ts';

interface Where {
  /** One that outlives the server; a new one otherwise. */
  folder?: string;
  /** Where it is to be found again. */
  port?: number;
}

/** A real `mongod` that belongs to no site; it ends with the test. */
export async function ownDatabase({ folder, port }: Where = {}): Promise<EmbeddedDatabase> {
  const own = folder ?? (await mkdtemp(path.join(tmpdir(), 'throughcare-mongod-')));
  const server = await startEmbeddedDatabase({
    mongod: await findMongod(process.env.MONGOD_BINARY),
    dataDir: own,
    name: 'throughcare',
    ...(port ? { port } : {}),
  });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= server.stop();
    return stopping;
  };
  onTestFinished(async () => {
    await stop();
    if (!folder) await rm(own, { recursive: true, force: true });
  });
  return { ...server, stop };
}
