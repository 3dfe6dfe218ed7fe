import type { Payload } from 'payload';
import { isDuplicateKeyError } from '#platform/database/mongo-errors.ts';
import type { MessageName } from './messages.ts';

/** The message that is sent as a digest: the first at once, the next for all submissions of the following minutes. */
export const DIGEST: MessageName = 'request-waiting';

/** The interval between two digests, so that a rush of submissions is one mail. */
export const DIGEST_INTERVAL_MS = 5 * 60_000;

/** Longer than the timeout of the mail server. After it, another worker takes over from one that died while sending. */
const SENDING_TIMEOUT_MS = 60_000;

/** Stored state of the digest: when the last one began, and until when the next one is delayed. */
interface DigestWindow {
  _id: string;
  begunAt: Date;
  until: Date;
}

function digestWindows({ db }: Payload) {
  const database = db.connection.db;
  if (!database) throw new Error('The database is not connected.');
  return database.collection<DigestWindow>('mail-gatherings');
}

/** True while the next digest waits for more submissions. */
export const isDigestDelayed = async (api: Payload, now: Date): Promise<boolean> =>
  (await digestWindows(api).findOne({ _id: DIGEST, until: { $gt: now } })) !== null;

/** Begins a digest; false if another worker has begun it. The update of one document decides the race. */
export async function beginDigest(api: Payload, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + SENDING_TIMEOUT_MS);
  try {
    await digestWindows(api).updateOne(
      { _id: DIGEST, until: { $lte: now } },
      { $set: { begunAt: now, until } },
      { upsert: true },
    );
    return true;
  } catch (error) {
    if (isDuplicateKeyError(error)) return false;
    throw error;
  }
}

/** Ends a digest and delays the next one, but only if a mail was sent. */
export async function endDigest(api: Payload, sent: boolean): Promise<void> {
  const digest = await digestWindows(api).findOne({ _id: DIGEST });
  if (!digest) return;
  const until = new Date(digest.begunAt.getTime() + (sent ? DIGEST_INTERVAL_MS : 0));
  await digestWindows(api).updateOne({ _id: DIGEST }, { $set: { until } });
}
