import { MongoClient } from 'mongodb';

/** What was tried is counted there; it is no content, and goes by itself. */
const COUNTS = 'rate-limits';

/** How many documents each collection of this test's database holds, versions included. */
export async function countDocuments(): Promise<Record<string, number>> {
  const client = await MongoClient.connect(process.env.DATABASE_URI ?? '');
  try {
    const counts: Record<string, number> = {};
    for (const collection of await client.db().collections()) {
      if (collection.collectionName === COUNTS) continue;
      counts[collection.collectionName] = await collection.countDocuments();
    }
    return counts;
  } finally {
    await client.close();
  }
}
