import { within } from '#http/deadline.ts';
import { payload } from './payload.ts';

const DEADLINE_MS = 4_500;

/** Whether a request could be answered from the database now; known within five seconds. */
export const canReachDatabase = (): Promise<boolean> =>
  within(DEADLINE_MS, ping()).then(
    () => true,
    () => false,
  );

async function ping(): Promise<void> {
  const { db } = (await payload()).db.connection;
  if (!db) throw new Error('There is no connection.');
  await db.command({ ping: 1 });
}
