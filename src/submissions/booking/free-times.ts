import { createLocalReq } from 'payload';
import { payload } from '#data/payload.ts';
import { callsAtOnceOf } from '#domain/calls-and-texts.ts';
import { offeredSlots } from '#domain/slots.ts';
import { businessHoursOf } from '#forms/form-definition.ts';
import type { Site } from '#payload-types.ts';
import { freeTimes } from '#submissions/booking/seats.ts';

/** The times at which a call can still be chosen, as ISO instants: those of Site's hours that are not taken. */
export async function findFreeTimes(site: Site, now: Date): Promise<string[]> {
  const offered = offeredSlots(businessHoursOf(site), now).map((at) => at.toISOString());
  return freeTimes(offered, callsAtOnceOf(site), await createLocalReq({}, await payload()));
}
