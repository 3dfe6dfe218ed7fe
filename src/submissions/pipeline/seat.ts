import type { PayloadRequest } from 'payload';
import { SubmissionError } from '#domain/submission-error.ts';
import { SLOT_TAKEN } from '#forms/submission-schema.ts';
import { freeSeat } from '#submissions/booking/seats.ts';

const TAKEN = { name: 'slot', message: SLOT_TAKEN };

/**
 * A seat for a call at this time.
 * @throws SubmissionError `invalid` if none is free
 */
export async function seatAt(
  time: string,
  callsAtOnce: number,
  req: PayloadRequest,
): Promise<string> {
  const seat = await freeSeat(time, callsAtOnce, req);
  if (!seat) throw new SubmissionError('invalid', [TAKEN]);
  return seat;
}

export const isTimeTaken = (error: unknown): boolean =>
  error instanceof SubmissionError && error.problems.includes(TAKEN);
