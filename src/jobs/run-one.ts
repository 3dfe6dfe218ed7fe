import type { Payload } from 'payload';
import { textsPerHourOf } from '#domain/calls-and-texts.ts';
import { isHourFull, nextHour } from '#submissions/messages/texts/hourly-limit.ts';
import { postpone, runTaken, takeOne } from './queue.ts';
import type { Queue } from './queues.ts';

/**
 * Runs the oldest job of a queue that is due. A text beyond the hourly limit waits for the next
 * hour, and no try is counted.
 * @returns whether there was one
 */
export async function runOne(api: Payload, queue: Queue, now: Date = new Date()): Promise<boolean> {
  const id = await takeOne(api, queue, now);
  if (!id) return false;
  if (queue === 'text' && (await isHourFull(api, await textsPerHour(api), now))) {
    await postpone(api, id, nextHour(now));
  } else {
    await runTaken(api, id);
  }
  return true;
}

async function textsPerHour(api: Payload): Promise<number> {
  const site = await api.findGlobal({
    slug: 'site',
    depth: 0,
    select: { textsPerHour: true },
    // Anyone may read it.
    overrideAccess: false,
  });
  return textsPerHourOf(site);
}
