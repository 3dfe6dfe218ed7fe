import { MongoClient } from 'mongodb';
import { runStep } from '#platform/process/progress.ts';
import { rootPath } from '#platform/process/root.ts';
import type { OpenDatabase } from './database/open-database.ts';
import { runNode } from './run-node.ts';

/** The collection that records that a database has been seeded. */
const COLLECTION = 'first-content';

interface SeedRecord {
  _id: 'finished';
  at: Date;
}

/**
 * Seeds an empty database: the embedded one with the demo content, the operator's with the essentials. An interrupted
 * run is continued; a database with content is left as it is.
 */
export async function seedEmptyDatabase(
  { uri, embedded }: OpenDatabase,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    const records = client.db().collection<SeedRecord>(COLLECTION);
    if (await records.findOne({ _id: 'finished' })) return;
    const [name, content] = embedded
      ? ['Adding the demo content', 'demo']
      : ['Adding the essentials', 'essentials'];
    await runStep(name, () => runNode([rootPath('src/seed/run.ts'), content], environment, signal));
    await records.updateOne({ _id: 'finished' }, { $set: { at: new Date() } }, { upsert: true });
  } finally {
    await client.close();
  }
}
