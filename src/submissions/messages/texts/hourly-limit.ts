import type { Payload } from 'payload';
import { isDuplicateKeyError } from '#platform/database/mongo-errors.ts';

const HOUR_MS = 60 * 60_000;

/** How many texts all processes sent automatically in one clock hour. */
interface HourlyCount {
  /** Start of the hour. */
  _id: Date;
  sent: number;
}

function hourlyCounts({ db }: Payload) {
  if (!db.connection.db) throw new Error('The database is not connected.');
  return db.connection.db.collection<HourlyCount>('texts-by-hour');
}

const startOfHour = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);

/** Returns the start of the next clock hour. */
export const nextHour = (now: Date): Date => new Date(startOfHour(now).getTime() + HOUR_MS);

/**
 * Counts a text before it is sent.
 * @returns false if the hourly limit is reached, so that the text must not be sent
 */
export async function countText(api: Payload, limit: number, now: Date): Promise<boolean> {
  const _id = startOfHour(now);
  try {
    await hourlyCounts(api).updateOne(
      { _id, sent: { $lt: limit } },
      { $inc: { sent: 1 } },
      { upsert: true },
    );
  } catch (error) {
    // The count of this hour is at the limit, so the upsert matched nothing and tried to insert it again.
    if (isDuplicateKeyError(error)) return false;
    throw error;
  }
  await hourlyCounts(api).deleteMany({ _id: { $lt: new Date(_id.getTime() - HOUR_MS) } });
  return true;
}

/** True if the hourly limit is reached. */
export async function isHourFull(api: Payload, limit: number, now: Date): Promise<boolean> {
  const hour = await hourlyCounts(api).findOne({ _id: startOfHour(now) });
  return (hour?.sent ?? 0) >= limit;
}
