import type { PayloadRequest } from 'payload';
import { Refused } from '#domain/submission-error.ts';
import { SLOT_TAKEN } from '#forms/request.ts';
import { freeSeat } from '#submissions/booking/seats.ts';

const TAKEN = { name: 'slot', message: SLOT_TAKEN };

/**
 * A seat for a call at this time.
 * @throws Refused `invalid` if none is free
 */
export async function seatAt(
  time: string,
  callsAtOnce: number,
  req: PayloadRequest,
): Promise<string> {
  const seat = await freeSeat(time, callsAtOnce, req);
  if (!seat) throw new Refused('invalid', [TAKEN]);
  return seat;
}

export const isTimeTaken = (error: unknown): boolean =>
  error instanceof Refused && error.problems.includes(TAKEN);
