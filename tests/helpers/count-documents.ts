import { payload } from '#data/payload.ts';

/** Counters of attempts, which expire by themselves. */
const RATE_LIMITS = 'rate-limits';

/** Counts the documents of each collection in the test's database, including versions. */
export async function countDocuments(): Promise<Record<string, number>> {
  const { connection } = (await payload()).db;
  const collections = (await connection.db?.collections()) ?? [];
  const counts = await Promise.all(
    collections
      .filter(({ collectionName }) => collectionName !== RATE_LIMITS)
      .map(async (collection) => [collection.collectionName, await collection.countDocuments()]),
  );
  return Object.fromEntries(counts);
}
