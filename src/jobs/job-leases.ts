import type { Payload } from 'payload';
import { beginDigest, DIGEST, isDigestDelayed } from '#submissions/messages/digest-window.ts';
import { outboxModel } from '#submissions/messages/outbox.ts';
import { QUEUES, type Queue } from './queues.ts';

/** How long a claimed job belongs to its worker, which renews the lease while the job runs. */
export const LEASE_MS = 15_000;

/**
 * Claims the oldest due job of a queue for this worker, atomically: Payload reads jobs first and marks them later,
 * so two workers can run the same one. A job is due again when its lease expires. The digest is claimed by one
 * worker at a time, and not before its interval is over.
 * @returns the id of the job; undefined if none is due
 */
export async function claimJob(
  api: Payload,
  queue: Queue,
  now = new Date(),
): Promise<string | undefined> {
  const isDigestWaiting = queue === 'mail' && (await isDigestDelayed(api, now));
  const job = await outboxModel(api).findOneAndUpdate(
    {
      queue,
      ...(isDigestWaiting && { taskSlug: { $ne: DIGEST } }),
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
  if (job.taskSlug !== DIGEST || (await beginDigest(api, now))) return String(job._id);
  await outboxModel(api).updateOne(
    { _id: job._id },
    { $set: { processing: false, leasedUntil: null } },
  );
  return claimJob(api, queue, now);
}

/** Runs a claimed job and renews its lease meanwhile. */
export async function runClaimedJob(api: Payload, id: string): Promise<void> {
  const renewal = setInterval(() => {
    renewLease(api, id).catch(() => {
      // The database is unavailable: the job itself will fail on it.
    });
  }, LEASE_MS / 5);
  try {
    // System: the worker has no account.
    await api.jobs.runByID({ id, silent: true, overrideAccess: true });
  } finally {
    clearInterval(renewal);
  }
}

/** Returns a claimed text to the queue until the given time, without counting an attempt. */
export async function postponeJob(api: Payload, id: string, until: Date): Promise<void> {
  await outboxModel(api).updateOne(
    { _id: id },
    { $set: { processing: false, leasedUntil: null, waitUntil: until, overHourlyLimit: true } },
  );
}

async function renewLease(api: Payload, id: string): Promise<void> {
  await outboxModel(api).updateOne(
    { _id: id, processing: true },
    { $set: { leasedUntil: new Date(Date.now() + LEASE_MS) } },
  );
}

/** Removes completed jobs whose worker died before deleting them. */
export async function removeCompletedJobs(api: Payload): Promise<void> {
  await outboxModel(api).deleteMany({ queue: { $in: [...QUEUES] }, completedAt: { $ne: null } });
}
