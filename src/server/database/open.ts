import path from 'node:path';
import type { Environment } from '#environment.ts';
import { checkDatabase } from '#server/boot/database.ts';
import { step } from '#server/progress.ts';
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
 * @param onLost called when our own database died and cannot be brought back
 * @throws Refusal if it does not do what we need
 */
export async function openDatabase(
  { DATABASE_URI, DATA_DIR, MONGOD_BINARY }: Settings,
  onLost: (reason: unknown) => void,
): Promise<OpenDatabase> {
  if (DATABASE_URI) {
    await step('Checking the database', () => checkDatabase(DATABASE_URI));
    return { uri: DATABASE_URI, embedded: false, stop: async () => {} };
  }
  const mongod = await findMongod(MONGOD_BINARY);
  const database = await step('Starting the embedded database', () =>
    startEmbeddedDatabase({
      mongod,
      folder: path.join(DATA_DIR, 'mongodb'),
      name: 'throughcare',
      onLost,
    }),
  );
  return { ...database, embedded: true };
}
