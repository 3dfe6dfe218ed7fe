import { SubmissionError } from '#domain/submission-error.ts';
import { type FormValues, META_FIELDS, toSubmissionPayload } from '#forms/form-values.ts';
import { isWithinLimits } from './body-limits.ts';

/** A submission as received, in one shape for the HTML form and the JSON API. Nothing in it is validated. */
export interface SubmissionPayload {
  /** The submission in the shape that the JSON API documents. */
  body: Record<string, unknown>;
  /** Two posts under the same key are one submission and its replay. */
  idempotencyKey?: string;
}

/** Converts a posted HTML form into the shape of the JSON API. */
export const payloadFromForm = (typed: FormValues, callToAction: string): SubmissionPayload => ({
  idempotencyKey: validKeyIn(typed[META_FIELDS.key]),
  body: toSubmissionPayload(typed, callToAction),
});

/**
 * Parses a post to the JSON API.
 * @param key value of the `Idempotency-Key` header
 * @throws SubmissionError `malformed`, or `invalid` for a malformed key
 */
export function payloadFromJson(
  body: string,
  key: string | string[] | undefined,
): SubmissionPayload {
  let submission: unknown;
  try {
    submission = JSON.parse(body);
  } catch {
    throw new SubmissionError('malformed');
  }
  if (typeof submission !== 'object' || submission === null || Array.isArray(submission)) {
    throw new SubmissionError('malformed');
  }
  if (!isWithinLimits(submission)) throw new SubmissionError('malformed');
  // The client relies on its key, so an unusable one must not be ignored.
  if (key !== undefined && !validKeyIn(key)) throw new SubmissionError('invalid', [INVALID_KEY]);
  return { idempotencyKey: validKeyIn(key), body: submission as SubmissionPayload['body'] };
}

const INVALID_KEY = {
  name: 'Idempotency-Key',
  message: 'Send a key of 1 to 200 letters, digits and signs, without spaces.',
};

/** Printable ASCII without spaces. How hard a key is to guess is up to the client. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

const validKeyIn = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && IDEMPOTENCY_KEY.test(value) ? value : undefined;
