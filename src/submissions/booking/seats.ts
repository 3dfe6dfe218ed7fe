import type { PayloadRequest, Where } from 'payload';
import type { FormSubmission } from '#payload-types.ts';

/** The fields that decide whether a submission holds its time. */
type Booking = Pick<FormSubmission, 'slot' | 'status' | 'quarantined'>;

/**
 * True if a submission holds its time, so that others cannot book it. A closed submission holds none, and neither
 * does one marked as spam, or anybody could book out the calendar.
 */
export const isBooked = ({ slot, status, quarantined }: Booking): boolean =>
  Boolean(slot) && status !== 'closed' && !quarantined;

/** Returns the value of `seat` after a submission released its time. It is unique, as the index requires. */
export const releasedSeat = (id: string): string => `${RELEASED_SEAT_PREFIX}${id}`;

const RELEASED_SEAT_PREFIX = 'given back by ';

/** `releasedSeat` as an aggregation expression; it leaves out the field if there never was a seat. */
export const RELEASED_SEAT = {
  $cond: [
    { $gt: ['$seat', null] },
    { $concat: [RELEASED_SEAT_PREFIX, { $toString: '$_id' }] },
    '$$REMOVE',
  ],
};

const seatName = (time: string, number: number): string => `${time}#${number}`;

/**
 * Finds a seat at a time that no other submission has. There are as many as calls at once. A unique index
 * accepts each seat once, so the second to save it must draw another. A submission without a seat, from before
 * seats existed, uses one up.
 * @param time ISO instant
 * @returns undefined if all are taken
 */
export async function findFreeSeat(
  time: string,
  callsAtOnce: number,
  req: PayloadRequest,
): Promise<string | undefined> {
  const booked = await findBooked({ slot: { equals: time } }, req);
  if (booked.length >= callsAtOnce) return undefined;
  const takenSeats = new Set(booked.flatMap(({ seat }) => (seat?.startsWith(time) ? [seat] : [])));
  const withoutSeat = booked.length - takenSeats.size;
  return Array.from({ length: callsAtOnce - withoutSeat }, (_, n) => seatName(time, n + 1)).find(
    (seat) => !takenSeats.has(seat),
  );
}

/** Returns those of the times at which one more call is possible. Times are ISO instants in ascending order. */
export async function filterFreeTimes(
  times: readonly string[],
  callsAtOnce: number,
  req: PayloadRequest,
): Promise<string[]> {
  const [first] = times;
  if (!first) return [];
  const range = { greater_than_equal: first, less_than_equal: times.at(-1) };
  const calls = new Map<string, number>();
  for (const { slot } of await findBooked({ slot: range }, req)) {
    if (slot) calls.set(slot, (calls.get(slot) ?? 0) + 1);
  }
  return times.filter((time) => (calls.get(time) ?? 0) < callsAtOnce);
}

async function findBooked(
  time: Where,
  req: PayloadRequest,
): Promise<Pick<FormSubmission, 'slot' | 'seat'>[]> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: {
      and: [time, { status: { not_equals: 'closed' } }, { quarantined: { not_equals: true } }],
    },
    pagination: false,
    depth: 0,
    select: { slot: true, seat: true },
    showHiddenFields: true,
    // System: visitors and staff alike need to know which times are taken.
    overrideAccess: true,
    req,
  });
  return docs;
}
