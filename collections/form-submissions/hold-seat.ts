import type { CollectionBeforeChangeHook } from 'payload';
import { callsAtOnceOf } from '#domain/calls-and-texts.ts';
import type { FormSubmission } from '#payload-types.ts';
import { freeSeat, givenBack, holdsTime } from '#submissions/booking/seats.ts';

/**
 * A request that is closed, or taken for spam, gives its time back. One that is opened again, or turns
 * out to be real, takes it if it is still free; if not, its page says who else was promised it.
 */
export const holdSeat: CollectionBeforeChangeHook<FormSubmission> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc?.slot) return data;
  const holds = holdsTime({ ...originalDoc, ...data });
  if (holds === holdsTime(originalDoc)) return data;
  if (!holds) return { ...data, seat: givenBack(originalDoc.id) };
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req });
  const slot = new Date(originalDoc.slot).toISOString();
  const seat = await freeSeat(slot, callsAtOnceOf(site), req);
  return { ...data, seat: seat ?? givenBack(originalDoc.id) };
};
