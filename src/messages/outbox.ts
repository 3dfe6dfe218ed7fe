import type { Payload } from 'payload';
import { CHANNELS, type Channel } from './channels.ts';
import { OUTBOX } from './outbox-slug.ts';

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
 * @returns the id of the job
 */
export async function takeOne(
  api: Payload,
  channel: Channel,
  now = new Date(),
): Promise<string | undefined> {
  const job = await jobsOf(api).findOneAndUpdate(
    {
      queue: channel,
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
    { sort: { createdAt: 1 }, projection: { _id: 1 } },
  );
  return job ? String(job._id) : undefined;
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
