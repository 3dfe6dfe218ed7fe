import { MongoClient } from 'mongodb';
import { runNode } from './child.ts';
import type { OpenDatabase } from './database/open.ts';
import { inRoot } from './root.ts';

/** Where a database says with what it was begun. */
const MARKS = 'first-content';

type FirstContent = 'demo' | 'essentials';

interface Mark {
  _id: 'first-content';
  content: FirstContent;
  finishedAt?: Date;
}

/**
 * Fills a database that holds nothing yet: our own with the demo content, the operator's with the
 * essentials. What was cut off is taken up again; what is finished is never touched.
 */
export async function bringFirstContent(
  { uri, embedded }: OpenDatabase,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    const marks = client.db().collection<Mark>(MARKS);
    const mark = await marks.findOne({ _id: 'first-content' });
    if (mark?.finishedAt || (!mark && !(await isEmpty(client)))) return;
    const content: FirstContent = mark?.content ?? (embedded ? 'demo' : 'essentials');
    await marks.updateOne({ _id: 'first-content' }, { $set: { content } }, { upsert: true });
    await runNode([inRoot('src/seed/run.ts'), content], environment, signal);
    await marks.updateOne({ _id: 'first-content' }, { $set: { finishedAt: new Date() } });
  } finally {
    await client.close();
  }
}

async function isEmpty(client: MongoClient): Promise<boolean> {
  for (const { name } of await client.db().listCollections({}, { nameOnly: true }).toArray()) {
    if (
      await client
        .db()
        .collection(name)
        .findOne({}, { projection: { _id: 1 } })
    )
      return false;
  }
  return true;
}
