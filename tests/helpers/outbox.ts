import { payload } from '#data/payload.ts';
import { claimJob, runClaimedJob } from '#jobs/job-leases.ts';
import type { PayloadJob } from '#payload-types.ts';
import { CHANNELS, type Channel } from '#submissions/messages/channels.ts';

/**
 * Runs all due jobs, as the worker does.
 * @returns how many ran
 */
export async function runDueJobs(
  channels: readonly Channel[] = CHANNELS,
  now?: Date,
): Promise<number> {
  const api = await payload();
  let count = 0;
  for (const channel of channels) {
    for (let id = await claimJob(api, channel, now); id; id = await claimJob(api, channel, now)) {
      await runClaimedJob(api, id);
      count += 1;
    }
  }
  return count;
}

const jobsModel = async () => {
  const model = (await payload()).db.collections['payload-jobs'];
  if (!model) throw new Error('The collection payload-jobs has no model.');
  return model;
};

/** Returns the jobs in the outbox, oldest first. */
export const readOutbox = async (): Promise<PayloadJob[]> =>
  (await jobsModel()).find({}, {}, { lean: true, sort: { createdAt: 1 } }) as never;

const digestWindows = async () => (await payload()).db.connection.collection('mail-gatherings');

/** Expires all waiting times, leases and the digest interval. */
export const expireWaits = async (): Promise<void> => {
  const past = new Date(0);
  const jobs = await jobsModel();
  await jobs.updateMany({ waitUntil: { $ne: null } }, { $set: { waitUntil: past } });
  await jobs.updateMany({ leasedUntil: { $ne: null } }, { $set: { leasedUntil: past } });
  await (await digestWindows()).updateMany({}, { $set: { until: past } });
};

/** Empties the outbox and ends the digest interval. */
export const clearOutbox = async (): Promise<void> => {
  await (await jobsModel()).deleteMany({});
  await (await digestWindows()).deleteMany({});
};
