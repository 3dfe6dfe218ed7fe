import { MongoClient } from 'mongodb';

/** How many documents each collection of this test's database holds, versions included. */
export async function countDocuments(): Promise<Record<string, number>> {
  const client = await MongoClient.connect(process.env.DATABASE_URI ?? '');
  try {
    const counts: Record<string, number> = {};
    for (const collection of await client.db().collections()) {
      counts[collection.collectionName] = await collection.countDocuments();
    }
    return counts;
  } finally {
    await client.close();
  }
}
