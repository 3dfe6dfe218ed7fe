import { payload } from '#data/payload.ts';
import { runTaken, takeOne } from '#jobs/queue.ts';
import type { PayloadJob } from '#payload-types.ts';
import { CHANNELS, type Channel } from '#submissions/messages/channels.ts';

/** Sends all that is due, as the worker does; how many jobs were run. */
export async function sendDue(
  channels: readonly Channel[] = CHANNELS,
  now?: Date,
): Promise<number> {
  const api = await payload();
  let run = 0;
  for (const channel of channels) {
    for (let id = await takeOne(api, channel, now); id; id = await takeOne(api, channel, now)) {
      await runTaken(api, id);
      run += 1;
    }
  }
  return run;
}

const model = async () => {
  const found = (await payload()).db.collections['payload-jobs'];
  if (!found) throw new Error('There are no jobs.');
  return found;
};

/** What is in the outbox, oldest first. */
export const outbox = async (): Promise<PayloadJob[]> =>
  (await model()).find({}, {}, { lean: true, sort: { createdAt: 1 } }) as never;

const gatherings = async () => (await payload()).db.connection.collection('mail-gatherings');

/** Lets all times pass that jobs wait for or are kept by their worker. */
export const timePasses = async (): Promise<void> => {
  const past = new Date(0);
  const jobs = await model();
  await jobs.updateMany({ waitUntil: { $ne: null } }, { $set: { waitUntil: past } });
  await jobs.updateMany({ leasedUntil: { $ne: null } }, { $set: { leasedUntil: past } });
  await (await gatherings()).updateMany({}, { $set: { until: past } });
};

/** Nothing is in the outbox, and no mail has gone that the next one waits for. */
export const emptyOutbox = async (): Promise<void> => {
  await (await model()).deleteMany({});
  await (await gatherings()).deleteMany({});
};
