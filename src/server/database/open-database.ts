import type { Environment } from '#platform/environment/environment.ts';
import { runStep } from '#platform/process/progress.ts';
import { checkDatabase } from '#server/boot/check-database.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { findMongod } from './find-mongod.ts';

export interface OpenDatabase {
  uri: string;
  embedded: boolean;
  stop(): Promise<void>;
}

type Settings = Pick<Environment, 'DATABASE_URI' | 'DATA_DIR' | 'MONGOD_BINARY'>;

/**
 * Opens the operator's database, or starts the embedded one if DATABASE_URI is not set. Either is ready for writes.
 * @throws OperatorError if the operator's database fails a check
 */
export async function openDatabase({
  DATABASE_URI,
  DATA_DIR,
  MONGOD_BINARY,
}: Settings): Promise<OpenDatabase> {
  if (DATABASE_URI) {
    await runStep('Checking the database', () => checkDatabase(DATABASE_URI));
    return { uri: DATABASE_URI, embedded: false, stop: async () => {} };
  }
  const mongod = await findMongod(MONGOD_BINARY);
  const database = await runStep('Starting the embedded database', () =>
    startEmbeddedDatabase({ mongod, dataDir: DATA_DIR, name: 'throughcare' }),
  );
  return { ...database, embedded: true };
}
