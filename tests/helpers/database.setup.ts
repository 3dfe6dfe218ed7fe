import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '#server/database/embedded-database.ts';
import { findMongod } from '#server/database/find-mongod.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URI of the replica set. Each test file replaces the database name `DATABASE` with its own. */
    databaseUri: string;
  }
}

/** Starts one `mongod` for all integration tests, in a temporary folder. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-int-'));
  const server = await startEmbeddedDatabase({
    mongod: await findMongod(process.env.MONGOD_BINARY),
    dataDir: folder,
    name: 'DATABASE',
  });
  project.provide('databaseUri', server.uri);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
