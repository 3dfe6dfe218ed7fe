import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, type Document, MongoClient } from 'mongodb';
import type { RunningSite } from './running-site.ts';
import type { AcknowledgedSubmission } from './steady-load.ts';

/** The state of the database after a load of submissions. Missing, duplicated and incomplete ones must be 0. */
export interface LoadOutcome {
  acknowledged: number;
  stored: number;
  /** Acknowledged, but not stored under the receipt. */
  missing: number;
  /** Stored more than once under a name. */
  duplicated: number;
  /** Stored without exactly one event `received`. */
  withoutReceivedEvent: number;
  /** Stored without the consent record of the checkbox, or with one where the form had no checkbox. */
  withoutConsentRecord: number;
  /** Ids of all stored submissions. */
  ids: string[];
}

type Site = Pick<RunningSite, 'dataDir'>;

/** Reads from the site's database what a load has stored there. */
export const readLoadOutcome = (
  site: Site,
  acknowledged: readonly AcknowledgedSubmission[],
): Promise<LoadOutcome> =>
  withDatabase(site, async (db) => {
    const all = (name: string, filter: Document = {}) => db.collection(name).find(filter).toArray();
    const submissions = await all('form-submissions', { name: /^Load / });
    const receivedEvents = countBySubmission(await all('submission-events', { type: 'received' }));
    const consentRecords = countBySubmission(await all('consent-records'));
    const byReceipt = new Map(submissions.map((submission) => [submission.receipt, submission]));
    const withConsent = new Set(
      acknowledged.filter(({ consent }) => consent).map(({ name }) => name),
    );
    return {
      acknowledged: acknowledged.length,
      stored: submissions.length,
      missing: acknowledged.filter(({ receipt, name }) => byReceipt.get(receipt)?.name !== name)
        .length,
      duplicated: submissions.length - new Set(submissions.map(({ name }) => name)).size,
      withoutReceivedEvent: submissions.filter(({ _id }) => receivedEvents.get(String(_id)) !== 1)
        .length,
      withoutConsentRecord: submissions.filter(
        ({ _id, name }) =>
          (consentRecords.get(String(_id)) ?? 0) !== (withConsent.has(name) ? 1 : 0),
      ).length,
      ids: submissions.map(({ _id }) => String(_id)),
    };
  });

/** Counts receipts that are queued as mail, or have failed for good. */
export const countPendingReceipts = (site: Site): Promise<number> =>
  withDatabase(site, (db) =>
    db.collection('payload-jobs').countDocuments({ taskSlug: 'visitor-receipt' }),
  );

async function withDatabase<T>({ dataDir }: Site, read: (db: Db) => Promise<T>): Promise<T> {
  const uri = await readFile(path.join(dataDir, 'database-uri'), 'utf8');
  const client = await MongoClient.connect(uri);
  try {
    return await read(client.db());
  } finally {
    await client.close();
  }
}

const countBySubmission = (documents: Document[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { submission } of documents) {
    counts.set(String(submission), (counts.get(String(submission)) ?? 0) + 1);
  }
  return counts;
};
