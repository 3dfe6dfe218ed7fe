import type { Payload } from 'payload';
import { isDuplicateKey } from '#platform/http/transient.ts';

const HOUR_MS = 60 * 60_000;

/** How many texts went out by themselves in one hour of the clock, from all processes. */
interface Hour {
  /** The beginning of the hour. */
  _id: Date;
  sent: number;
}

function hours({ db }: Payload) {
  if (!db.connection.db) throw new Error('There is no connection.');
  return db.connection.db.collection<Hour>('texts-by-hour');
}

const hourOf = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);

/** The beginning of the next hour of the clock. */
export const nextHour = (now: Date): Date => new Date(hourOf(now).getTime() + HOUR_MS);

/**
 * Counts a text that is about to go out.
 * @returns false if as many as there may be went out in this hour: then it must not go
 */
export async function countText(api: Payload, most: number, now: Date): Promise<boolean> {
  const _id = hourOf(now);
  try {
    await hours(api).updateOne(
      { _id, sent: { $lt: most } },
      { $inc: { sent: 1 } },
      { upsert: true },
    );
  } catch (error) {
    // The hour is there, and full: the update found none and tried to begin it.
    if (isDuplicateKey(error)) return false;
    throw error;
  }
  await hours(api).deleteMany({ _id: { $lt: new Date(_id.getTime() - HOUR_MS) } });
  return true;
}

/** Whether as many texts went out in this hour as there may be. */
export async function isHourFull(api: Payload, most: number, now: Date): Promise<boolean> {
  const hour = await hours(api).findOne({ _id: hourOf(now) });
  return (hour?.sent ?? 0) >= most;
}
