import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Document, MongoClient, MongoServerError } from 'mongodb';

const DOCUMENT_BYTES = 12_000_000;
const PAUSE_MS = 1_000;
const HISTORY_LOST = 286;

/**
 * Writes to a database until its oplog no longer reaches back to this resume token. That takes more than a minute,
 * because MongoDB truncates the oplog only after a checkpoint, once a minute.
 */
export async function rollOverOplog(uri: string, token: Document): Promise<void> {
  const client = await MongoClient.connect(uri);
  const filling = client.db().collection('filling');
  try {
    while (!(await isHistoryLost(client, token))) {
      await filling.insertOne({ bytes: randomBytes(DOCUMENT_BYTES) });
      await pause(PAUSE_MS);
    }
  } finally {
    await client.close();
  }
}

/** True if a change stream can no longer resume at the token. */
async function isHistoryLost(client: MongoClient, resumeAfter: Document): Promise<boolean> {
  const none = [{ $match: { operationType: 'none' } }];
  const stream = client.db().watch(none, { resumeAfter, maxAwaitTimeMS: 1 });
  try {
    await stream.tryNext();
    return false;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === HISTORY_LOST) return true;
    throw error;
  } finally {
    await stream.close();
  }
}
