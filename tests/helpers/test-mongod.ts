import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '#server/database/embedded-database.ts';
import { findMongod } from '#server/database/find-mongod.ts';

interface TestMongodOptions {
  /** Data folder that outlives the server; a temporary one by default. */
  folder?: string;
  /** Port to listen on; a free one by default. */
  port?: number;
}

/** Starts a `mongod` that belongs to no site. It stops when the test ends. */
export async function startTestMongod({
  folder,
  port,
}: TestMongodOptions = {}): Promise<EmbeddedDatabase> {
  const dataDir = folder ?? (await mkdtemp(path.join(tmpdir(), 'throughcare-mongod-')));
  const server = await startEmbeddedDatabase({
    mongod: await findMongod(process.env.MONGOD_BINARY),
    dataDir,
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
    if (!folder) await rm(dataDir, { recursive: true, force: true });
  });
  return { ...server, stop };
}
