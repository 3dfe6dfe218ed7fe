import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '#server/database/embedded-database.ts';
import { findMongod } from '#server/database/find-mongod.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the replica set, with a database name that each test file replaces by its own. */
    databaseUri: string;
  }
}

/** One real `mongod` for all integration tests, in a folder that goes with it. */
export default async function database(project: TestProject): Promise<() => Promise<void>> {
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
