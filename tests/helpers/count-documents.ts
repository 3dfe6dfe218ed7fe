import { MongoClient } from 'mongodb';

/** Counters of attempts, which expire by themselves. */
const RATE_LIMITS = 'rate-limits';

/** Counts the documents of each collection in the test's database, including versions. */
export async function countDocuments(): Promise<Record<string, number>> {
  const client = await MongoClient.connect(process.env.DATABASE_URI ?? '');
  try {
    const counts: Record<string, number> = {};
    for (const collection of await client.db().collections()) {
      if (collection.collectionName === RATE_LIMITS) continue;
      counts[collection.collectionName] = await collection.countDocuments();
    }
    return counts;
  } finally {
    await client.close();
  }
}
