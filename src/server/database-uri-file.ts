import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import type { Environment } from '#platform/environment/environment.ts';
import { writePrivateFile } from '#platform/process/atomic-write.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';

const uriFileIn = (folder: string): string => path.join(folder, 'database-uri');
const REACH_TIMEOUT_MS = 2_000;

/** Writes the address of the running embedded database to the data folder, for other commands on this machine. */
export const writeDatabaseUri = (folder: string, uri: string): Promise<void> =>
  writePrivateFile(uriFileIn(folder), uri);

/** Removes that file once the database has stopped. */
export const removeDatabaseUri = (folder: string): Promise<void> =>
  rm(uriFileIn(folder), { force: true });

/** Opens the database of the running site. If no site runs, starts the database; `stop` ends it again. */
export async function openRunningDatabase(settings: Environment): Promise<OpenDatabase> {
  const runningUri = await readFile(uriFileIn(settings.DATA_DIR), 'utf8').catch(() => '');
  if (!settings.DATABASE_URI && runningUri && (await isReachable(runningUri))) {
    return { uri: runningUri, embedded: true, stop: async () => {} };
  }
  return openDatabase(settings);
}

const isReachable = (uri: string): Promise<boolean> =>
  MongoClient.connect(uri, { serverSelectionTimeoutMS: REACH_TIMEOUT_MS }).then(
    async (client) => {
      await client.close();
      return true;
    },
    () => false,
  );
