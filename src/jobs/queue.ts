import type { Payload } from 'payload';
import { beginMail, GATHERED, isGathering } from '#submissions/messages/gathering.ts';
import { outboxOf } from '#submissions/messages/outbox.ts';
import { QUEUES, type Queue } from './queues.ts';

/** A job in hand belongs to its worker for so long, which says again and again that it still has it. */
export const LEASE_MS = 15_000;

/**
 * Takes the oldest job of a queue that is due, so that no other worker has it: Payload's own way
 * of taking several looks first and marks then. One that a worker had in hand as it died is due again.
 * What is gathered is taken by one worker, for all of it, and not while more may come.
 * @returns the id of the job
 */
export async function takeOne(
  api: Payload,
  queue: Queue,
  now = new Date(),
): Promise<string | undefined> {
  const gathering = queue === 'mail' && (await isGathering(api, now));
  const job = await outboxOf(api).findOneAndUpdate(
    {
      queue,
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
  await outboxOf(api).updateOne(
    { _id: job._id },
    { $set: { processing: false, leasedUntil: null } },
  );
  return takeOne(api, queue, now);
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
  await outboxOf(api).updateOne(
    { _id: id },
    { $set: { processing: false, leasedUntil: null, waitUntil: until, overHourlyLimit: true } },
  );
}

async function renew(api: Payload, id: string): Promise<void> {
  await outboxOf(api).updateOne(
    { _id: id, processing: true },
    { $set: { leasedUntil: new Date(Date.now() + LEASE_MS) } },
  );
}

/** Removes finished jobs whose worker died before it could delete them. */
export async function sweep(api: Payload): Promise<void> {
  await outboxOf(api).deleteMany({ queue: { $in: [...QUEUES] }, completedAt: { $ne: null } });
}
