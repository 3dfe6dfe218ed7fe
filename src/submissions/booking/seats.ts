import type { PayloadRequest, Where } from 'payload';
import type { FormSubmission } from '#payload-types.ts';

/** What decides whether a request keeps its time from others. */
type Booked = Pick<FormSubmission, 'slot' | 'status' | 'quarantined'>;

/**
 * Whether a request keeps its time from others: as long as it is open and not taken for spam, or
 * anybody could empty the calendar.
 */
export const holdsTime = ({ slot, status, quarantined }: Booked): boolean =>
  Boolean(slot) && status !== 'closed' && !quarantined;

/** What stands for a request whose time is free again: the index wants a value of its own. */
export const givenBack = (id: string): string => `${GIVEN_BACK_BY}${id}`;

const GIVEN_BACK_BY = 'given back by ';

/** The same for an update in the database; nothing for a request that never had a seat. */
export const GIVEN_BACK = {
  $cond: [
    { $gt: ['$seat', null] },
    { $concat: [GIVEN_BACK_BY, { $toString: '$_id' }] },
    '$$REMOVE',
  ],
};

const seatAt = (time: string, number: number): string => `${time}#${number}`;

/**
 * A seat at a time that nobody has: one of as many as there are calls at once; undefined if all are
 * taken. A unique index lets each seat out once, so who is second to save it has to ask again. A request
 * without a seat, from before there were any, takes one away.
 * @param time ISO instant
 */
export async function freeSeat(
  time: string,
  callsAtOnce: number,
  req: PayloadRequest,
): Promise<string | undefined> {
  const held = await requestsAt({ slot: { equals: time } }, req);
  if (held.length >= callsAtOnce) return undefined;
  const taken = new Set(held.flatMap(({ seat }) => (seat?.startsWith(time) ? [seat] : [])));
  const withoutSeat = held.length - taken.size;
  return Array.from({ length: callsAtOnce - withoutSeat }, (_, n) => seatAt(time, n + 1)).find(
    (seat) => !taken.has(seat),
  );
}

/** Those of the times, ISO instants in order, at which there can be one more call. */
export async function freeTimes(
  times: readonly string[],
  callsAtOnce: number,
  req: PayloadRequest,
): Promise<string[]> {
  const [first] = times;
  if (!first) return [];
  const coming = { greater_than_equal: first, less_than_equal: times.at(-1) };
  const calls = new Map<string, number>();
  for (const { slot } of await requestsAt({ slot: coming }, req)) {
    if (slot) calls.set(slot, (calls.get(slot) ?? 0) + 1);
  }
  return times.filter((time) => (calls.get(time) ?? 0) < callsAtOnce);
}

async function requestsAt(
  when: Where,
  req: PayloadRequest,
): Promise<Pick<FormSubmission, 'slot' | 'seat'>[]> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: {
      and: [when, { status: { not_equals: 'closed' } }, { quarantined: { not_equals: true } }],
    },
    pagination: false,
    depth: 0,
    select: { slot: true, seat: true },
    showHiddenFields: true,
    // System: a time is taken, whoever asks for it.
    overrideAccess: true,
    req,
  });
  return docs;
}
