import { SubmissionError } from '#domain/submission-error.ts';
import { BESIDE, submissionIn, type Typed } from '#forms/typed.ts';
import { isWithinLimits } from './body-limits.ts';

/** A request as it was sent, in one shape for both doors; nothing in it is checked yet. */
export interface SubmissionPayload {
  /** The request as the JSON door documents it. */
  request: Record<string, unknown>;
  /** The key under which this is the same request, however often it is sent. */
  key?: string;
}

/** Brings a form post into the shape of the JSON door. */
export const fromForm = (typed: Typed, callToAction: string): SubmissionPayload => ({
  key: keyIn(typed[BESIDE.key]),
  request: submissionIn(typed, callToAction),
});

/**
 * Reads a post to the JSON door.
 * @throws SubmissionError `malformed`, or `invalid` for a key that is none
 */
export function fromJson(body: string, key: string | string[] | undefined): SubmissionPayload {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    throw new SubmissionError('malformed');
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    throw new SubmissionError('malformed');
  }
  if (!isWithinLimits(request)) throw new SubmissionError('malformed');
  // Who sends a key relies on it: one that we cannot keep must not be passed over in silence.
  if (key !== undefined && !keyIn(key)) throw new SubmissionError('invalid', [NO_KEY]);
  return { key: keyIn(key), request: request as SubmissionPayload['request'] };
}

const NO_KEY = {
  name: 'Idempotency-Key',
  message: 'Send a key of 1 to 200 letters, digits and signs, without spaces.',
};

/** Any word of plain signs: how hard it is to guess is up to the sender. */
export const KEY = /^[\x21-\x7e]{1,200}$/;

const keyIn = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && KEY.test(value) ? value : undefined;
