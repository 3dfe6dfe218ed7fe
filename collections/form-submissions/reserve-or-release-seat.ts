import type { CollectionBeforeChangeHook } from 'payload';
import { callsAtOnceOf } from '#domain/call-and-text-settings.ts';
import type { FormSubmission } from '#payload-types.ts';
import { findFreeSeat, isBooked, releasedSeat } from '#submissions/booking/seats.ts';

/**
 * Releases the seat of a submission that is closed or marked as spam, and reserves one again when it is
 * reopened or cleared. If none is free, the submission stays double-booked and its page says so.
 */
export const reserveOrReleaseSeat: CollectionBeforeChangeHook<FormSubmission> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc?.slot) return data;
  const isSeatNeeded = isBooked({ ...originalDoc, ...data });
  if (isSeatNeeded === isBooked(originalDoc)) return data;
  if (!isSeatNeeded) return { ...data, seat: releasedSeat(originalDoc.id) };
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req });
  const slot = new Date(originalDoc.slot).toISOString();
  const seat = await findFreeSeat(slot, callsAtOnceOf(site), req);
  return { ...data, seat: seat ?? releasedSeat(originalDoc.id) };
};
