import type { Payload } from 'payload';
import { CHANNELS, type Channel } from './channels.ts';
import { beginMail, GATHERED, isGathering } from './gathering.ts';
import type { MessageName } from './messages.ts';
import { OUTBOX } from './outbox-slug.ts';
import type { OutboxJob } from './shown/state.ts';

/** A job in hand belongs to its worker for so long, which says again and again that it still has it. */
export const LEASE_MS = 15_000;

const jobsOf = ({ db }: Payload) => {
  const model = db.collections[OUTBOX];
  if (!model) throw new Error('There is no collection of jobs.');
  return model;
};

/**
 * Takes the oldest message of a channel that is due, so that no other worker has it: Payload's own way
 * of taking several looks first and marks then. One that a worker had in hand as it died is due again.
 * What is gathered is taken by one worker, for all of it, and not while more may come.
 * @returns the id of the job
 */
export async function takeOne(
  api: Payload,
  channel: Channel,
  now = new Date(),
): Promise<string | undefined> {
  const gathering = channel === 'mail' && (await isGathering(api, now));
  const job = await jobsOf(api).findOneAndUpdate(
    {
      queue: channel,
      ...(gathering && { taskSlug: { $ne: GATHERED } }),
      completedAt: null,
      hasError: { $ne: true },
      $and: [
        { $or: [{ waitUntil: null }, { waitUntil: { $lte: now } }] },
        { $or: [{ processing: { $ne: true } }, { leasedUntil: { $lte: now } }] },
      ],
    },
    {
      $set: {
        processing: true,
        leasedUntil: new Date(now.getTime() + LEASE_MS),
        overHourlyLimit: false,
      },
    },
    { sort: { createdAt: 1 }, projection: { _id: 1, taskSlug: 1 } },
  );
  if (!job) return undefined;
  if (job.taskSlug !== GATHERED || (await beginMail(api, now))) return String(job._id);
  await jobsOf(api).updateOne({ _id: job._id }, { $set: { processing: false, leasedUntil: null } });
  return takeOne(api, channel, now);
}

/** All messages of this name that have neither gone nor failed for good, in hand or not. */
export async function waitingJobs(
  api: Payload,
  name: MessageName,
): Promise<Pick<OutboxJob, 'id' | 'input'>[]> {
  const jobs = await jobsOf(api)
    .find({ taskSlug: name, completedAt: null, hasError: { $ne: true } }, { input: 1 })
    .lean();
  return jobs.map(({ _id, input }) => ({ id: String(_id), input }));
}

/** Takes messages out of the outbox that have gone with another one. */
export async function removeJobs(api: Payload, ids: readonly string[]): Promise<void> {
  await jobsOf(api).deleteMany({ _id: { $in: ids } });
}

/** Runs a job that was taken, and keeps it from others meanwhile. */
export async function runTaken(api: Payload, id: string): Promise<void> {
  const renewing = setInterval(() => {
    renew(api, id).catch(() => {
      // The database is away: what follows finds out by itself.
    });
  }, LEASE_MS / 5);
  try {
    // System: the worker is nobody.
    await api.jobs.runByID({ id, silent: true, overrideAccess: true });
  } finally {
    clearInterval(renewing);
  }
}

/** Gives back a text that was taken and may not go before this moment, as if it had never been tried. */
export async function postpone(api: Payload, id: string, until: Date): Promise<void> {
  await jobsOf(api).updateOne(
    { _id: id },
    { $set: { processing: false, leasedUntil: null, waitUntil: until, overHourlyLimit: true } },
  );
}

async function renew(api: Payload, id: string): Promise<void> {
  await jobsOf(api).updateOne(
    { _id: id, processing: true },
    { $set: { leasedUntil: new Date(Date.now() + LEASE_MS) } },
  );
}

/** Sent messages whose worker died before it could take them out of the outbox. */
export async function sweep(api: Payload): Promise<void> {
  await jobsOf(api).deleteMany({ queue: { $in: [...CHANNELS] }, completedAt: { $ne: null } });
}
