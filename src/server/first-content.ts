import { MongoClient } from 'mongodb';
import { step } from '#platform/process/progress.ts';
import { inRoot } from '#platform/process/root.ts';
import { runNode } from './child.ts';
import type { OpenDatabase } from './database/open.ts';

/** Where a database says that its first content has come. */
const MARKS = 'first-content';

interface Mark {
  _id: 'finished';
  at: Date;
}

/**
 * Fills a database that holds nothing yet: our own with the demo content, the operator's with the
 * essentials. What was cut off is taken up again; a database that has content is left as it is.
 */
export async function bringFirstContent(
  { uri, embedded }: OpenDatabase,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    const marks = client.db().collection<Mark>(MARKS);
    if (await marks.findOne({ _id: 'finished' })) return;
    const [name, content] = embedded
      ? ['Bringing the demo content', 'demo']
      : ['Bringing the essentials', 'essentials'];
    await step(name, () => runNode([inRoot('src/seed/run.ts'), content], environment, signal));
    await marks.updateOne({ _id: 'finished' }, { $set: { at: new Date() } }, { upsert: true });
  } finally {
    await client.close();
  }
}
