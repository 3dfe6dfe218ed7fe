import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import type { Environment } from '#platform/environment/environment.ts';
import { writePrivately } from '#platform/process/atomic-write.ts';
import { type OpenDatabase, openDatabase } from './database/open.ts';

const fileIn = (folder: string): string => path.join(folder, 'database-uri');
const ANSWER_MS = 2_000;

/** Tells other commands on this machine where the embedded database is while it runs. */
export const tellWhereDatabaseIs = (folder: string, uri: string): Promise<void> =>
  writePrivately(fileIn(folder), uri);

export const forgetWhereDatabaseIs = (folder: string): Promise<void> =>
  rm(fileIn(folder), { force: true });

/** The database that the running site works with; without one, it is started for the while. */
export async function reachDatabase(settings: Environment): Promise<OpenDatabase> {
  const told = await readFile(fileIn(settings.DATA_DIR), 'utf8').catch(() => '');
  if (!settings.DATABASE_URI && told && (await answers(told))) {
    return { uri: told, embedded: true, stop: async () => {} };
  }
  return openDatabase(settings);
}

const answers = (uri: string): Promise<boolean> =>
  MongoClient.connect(uri, { serverSelectionTimeoutMS: ANSWER_MS }).then(
    async (client) => {
      await client.close();
      return true;
    },
    () => false,
  );
