import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Document, MongoClient, MongoServerError } from 'mongodb';
import { OPLOG_MB } from '#server/database/oplog.ts';
import { ownDatabase } from './mongod.ts';

const PIECE_MB = 8;
const HISTORY_LOST = 286;
const POLL_MS = 200;

/**
 * Writes more to the embedded database of a folder than its log holds.
 * @param token where somebody had read up to: the log does not go back there any more
 * @returns where the database runs then
 */
export async function outgrowLog(folder: string, token: Document): Promise<string> {
  const first = await ownDatabase({ folder });
  await write(first.uri, Math.ceil((2 * OPLOG_MB) / PIECE_MB));
  // What has been saved to its files is not needed in the log. It saves them once a minute, and as it ends.
  await first.stop();
  const { uri } = await ownDatabase({ folder });
  while (!(await isLost(uri, token))) {
    await write(uri, 1);
    await pause(POLL_MS);
  }
  return uri;
}

async function write(uri: string, pieces: number): Promise<void> {
  const client = await MongoClient.connect(uri);
  const filling = client.db().collection('filling');
  for (let n = 0; n < pieces; n += 1) {
    await filling.insertOne({ bytes: randomBytes(PIECE_MB * 1_000_000) });
  }
  await client.close();
}

async function isLost(uri: string, resumeAfter: Document): Promise<boolean> {
  const client = await MongoClient.connect(uri);
  try {
    await client.db().watch([], { resumeAfter, maxAwaitTimeMS: 1 }).tryNext();
    return false;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === HISTORY_LOST) return true;
    throw error;
  } finally {
    await client.close();
  }
}
