import type { Payload } from 'payload';
import { textsPerHourOf } from '#domain/calls-and-texts.ts';
import type { Channel } from './channels.ts';
import { postpone, runTaken, takeOne } from './outbox.ts';
import { isHourFull, nextHour } from './texts/hourly-limit.ts';

/**
 * Sends the oldest message of a channel that is due. A text beyond the hourly limit waits for the next
 * hour, and no try is counted.
 * @returns whether there was one
 */
export async function runOne(
  api: Payload,
  channel: Channel,
  now: Date = new Date(),
): Promise<boolean> {
  const id = await takeOne(api, channel, now);
  if (!id) return false;
  if (channel === 'text' && (await isHourFull(api, await textsPerHour(api), now))) {
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
