import type { Payload } from 'payload';
import { textsPerHourOf } from '#domain/call-and-text-settings.ts';
import { isHourFull, nextHour } from '#submissions/messages/texts/hourly-limit.ts';
import { claimJob, postponeJob, runClaimedJob } from './job-leases.ts';
import type { Queue } from './queues.ts';

/**
 * Runs the oldest due job of a queue. A text over the hourly limit waits for the next hour, without counting an
 * attempt.
 * @returns false if no job was due
 */
export async function runNextJob(
  api: Payload,
  queue: Queue,
  now: Date = new Date(),
): Promise<boolean> {
  const id = await claimJob(api, queue, now);
  if (!id) return false;
  if (queue === 'text' && (await isHourFull(api, await loadTextsPerHour(api), now))) {
    await postponeJob(api, id, nextHour(now));
  } else {
    await runClaimedJob(api, id);
  }
  return true;
}

async function loadTextsPerHour(api: Payload): Promise<number> {
  const site = await api.findGlobal({
    slug: 'site',
    depth: 0,
    select: { textsPerHour: true },
    // The field is public.
    overrideAccess: false,
  });
  return textsPerHourOf(site);
}
