import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Document, MongoClient, MongoServerError } from 'mongodb';

const PIECE_BYTES = 12_000_000;
const PAUSE_MS = 1_000;
const HISTORY_LOST = 286;

/**
 * Writes to a database until its log does not go back to this place any more. That takes longer than a minute: the
 * log is cut behind what has been saved to the files, which is done once a minute.
 */
export async function outgrowLog(uri: string, token: Document): Promise<void> {
  const client = await MongoClient.connect(uri);
  const filling = client.db().collection('filling');
  try {
    while (!(await isLost(client, token))) {
      await filling.insertOne({ bytes: randomBytes(PIECE_BYTES) });
      await pause(PAUSE_MS);
    }
  } finally {
    await client.close();
  }
}

async function isLost(client: MongoClient, resumeAfter: Document): Promise<boolean> {
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
