import type { Environment } from '#platform/environment/environment.ts';
import { step } from '#platform/process/progress.ts';
import { checkDatabase } from '#server/boot/database.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { findMongod } from './find-mongod.ts';

export interface OpenDatabase {
  uri: string;
  embedded: boolean;
  stop(): Promise<void>;
}

type Settings = Pick<Environment, 'DATABASE_URI' | 'DATA_DIR' | 'MONGOD_BINARY'>;

/**
 * The operator's database, or one of our own where none is named, checked and ready for writes.
 * @throws Refusal if it does not do what we need
 */
export async function openDatabase({
  DATABASE_URI,
  DATA_DIR,
  MONGOD_BINARY,
}: Settings): Promise<OpenDatabase> {
  if (DATABASE_URI) {
    await step('Checking the database', () => checkDatabase(DATABASE_URI));
    return { uri: DATABASE_URI, embedded: false, stop: async () => {} };
  }
  const mongod = await findMongod(MONGOD_BINARY);
  const database = await step('Starting the embedded database', () =>
    startEmbeddedDatabase({ mongod, dataDir: DATA_DIR, name: 'throughcare' }),
  );
  return { ...database, embedded: true };
}
