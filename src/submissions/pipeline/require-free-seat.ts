import type { PayloadRequest } from 'payload';
import { SubmissionError } from '#domain/submission-error.ts';
import { SLOT_TAKEN } from '#forms/submission-schema.ts';
import { findFreeSeat } from '#submissions/booking/seats.ts';

const SLOT_TAKEN_PROBLEM = { name: 'slot', message: SLOT_TAKEN };

/**
 * Finds a free seat for a call at this time. It is reserved only once the submission is saved with it.
 * @param time ISO instant
 * @throws SubmissionError `invalid` if none is free
 */
export async function requireFreeSeat(
  time: string,
  callsAtOnce: number,
  req: PayloadRequest,
): Promise<string> {
  const seat = await findFreeSeat(time, callsAtOnce, req);
  if (!seat) throw new SubmissionError('invalid', [SLOT_TAKEN_PROBLEM]);
  return seat;
}

/** True for the error of `requireFreeSeat`. */
export const isSlotTakenError = (error: unknown): boolean =>
  error instanceof SubmissionError && error.problems.includes(SLOT_TAKEN_PROBLEM);
