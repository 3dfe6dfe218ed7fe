import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, type Document, MongoClient } from 'mongodb';
import type { RunningSite } from './running-site.ts';
import type { Acknowledged } from './steady-load.ts';

/** What became of the requests of a load; all but the first two have to be 0. */
export interface Kept {
  acknowledged: number;
  stored: number;
  /** Acknowledged, and not there under that receipt. */
  missing: number;
  /** More than one under a name. */
  doubled: number;
  /** Stored without exactly one line `received`. */
  withoutLine: number;
  /** Stored without the record of the box that was shown, or with one where none was. */
  withoutEvidence: number;
  /** The ids of those stored. */
  ids: string[];
}

type Site = Pick<RunningSite, 'dataDir'>;

/** Looks into the site's database for what a load has left there. */
export const keptOf = (site: Site, acknowledged: readonly Acknowledged[]): Promise<Kept> =>
  inDatabase(site, async (db) => {
    const all = (name: string, filter: Document = {}) => db.collection(name).find(filter).toArray();
    const requests = await all('form-submissions', { name: /^Load / });
    const lines = perSubmission(await all('submission-events', { type: 'received' }));
    const evidence = perSubmission(await all('consent-records'));
    const byReceipt = new Map(requests.map((request) => [request.receipt, request]));
    const askedFor = new Set(acknowledged.filter((one) => one.consent).map(({ name }) => name));
    return {
      acknowledged: acknowledged.length,
      stored: requests.length,
      missing: acknowledged.filter(({ receipt, name }) => byReceipt.get(receipt)?.name !== name)
        .length,
      doubled: requests.length - new Set(requests.map(({ name }) => name)).size,
      withoutLine: requests.filter(({ _id }) => lines.get(String(_id)) !== 1).length,
      withoutEvidence: requests.filter(
        ({ _id, name }) => (evidence.get(String(_id)) ?? 0) !== (askedFor.has(name) ? 1 : 0),
      ).length,
      ids: requests.map(({ _id }) => String(_id)),
    };
  });

/** How many receipts by mail have not gone yet, or never will. */
export const mailsLeft = (site: Site): Promise<number> =>
  inDatabase(site, (db) =>
    db.collection('payload-jobs').countDocuments({ taskSlug: 'visitor-receipt' }),
  );

async function inDatabase<T>({ dataDir }: Site, look: (db: Db) => Promise<T>): Promise<T> {
  const uri = await readFile(path.join(dataDir, 'database-uri'), 'utf8');
  const client = await MongoClient.connect(uri);
  try {
    return await look(client.db());
  } finally {
    await client.close();
  }
}

const perSubmission = (documents: Document[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { submission } of documents) {
    counts.set(String(submission), (counts.get(String(submission)) ?? 0) + 1);
  }
  return counts;
};
