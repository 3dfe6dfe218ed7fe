import { createLocalReq } from 'payload';
import { payload } from '#data/payload.ts';
import { callsAtOnceOf } from '#domain/call-and-text-settings.ts';
import { offeredSlots } from '#domain/slots.ts';
import { businessHoursOf } from '#forms/form-definition.ts';
import type { Site } from '#payload-types.ts';
import { filterFreeTimes } from '#submissions/booking/seats.ts';

/** Finds the times that a visitor can still choose for a call, within Site's business hours, as ISO instants. */
export async function findFreeTimes(site: Site, now: Date): Promise<string[]> {
  const offered = offeredSlots(businessHoursOf(site), now).map((at) => at.toISOString());
  return filterFreeTimes(offered, callsAtOnceOf(site), await createLocalReq({}, await payload()));
}
