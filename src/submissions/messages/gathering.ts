import type { Payload } from 'payload';
import { isDuplicateKey } from '#platform/http/transient.ts';
import type { MessageName } from './messages.ts';

/** The mail that is gathered: it goes at once, and then for all that came in the minutes after it. */
export const GATHERED: MessageName = 'request-waiting';

/** For so long after a mail the next one waits, so that a rush of requests is one mail. */
export const GATHERING_MS = 5 * 60_000;

/** Longer than a mail server is waited for. A worker that died meanwhile keeps the mail back no longer. */
const SENDING_MS = 60_000;

/** When the last mail was begun, and until when the next one waits. */
interface Gathering {
  _id: string;
  begunAt: Date;
  until: Date;
}

function gatherings({ db }: Payload) {
  const database = db.connection.db;
  if (!database) throw new Error('There is no connection.');
  return database.collection<Gathering>('mail-gatherings');
}

/** Whether the next mail still waits for what comes in. */
export const isGathering = async (api: Payload, now: Date): Promise<boolean> =>
  (await gatherings(api).findOne({ _id: GATHERED, until: { $gt: now } })) !== null;

/** Begins the mail, unless another worker has: its entry is there once, and changes once. */
export async function beginMail(api: Payload, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + SENDING_MS);
  try {
    await gatherings(api).updateOne(
      { _id: GATHERED, until: { $lte: now } },
      { $set: { begunAt: now, until } },
      { upsert: true },
    );
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** The mail has gone: the next one waits. If there was nothing to say, it does not. */
export async function endMail(api: Payload, sent: boolean): Promise<void> {
  const begun = await gatherings(api).findOne({ _id: GATHERED });
  if (!begun) return;
  const until = new Date(begun.begunAt.getTime() + (sent ? GATHERING_MS : 0));
  await gatherings(api).updateOne({ _id: GATHERED }, { $set: { until } });
}
