import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { FieldProblem } from './field-problem.ts';

/** Errors of the submission API by code: the HTTP status, and a title for people to read. */
export const SUBMISSION_ERRORS = {
  origin: {
    status: 403,
    title:
      'Your browser tells us that this was sent from another site. Send it again from here, or call.',
  },
  unknown: { status: 404, title: 'There is no such form.' },
  method: { status: 405, title: 'Nothing can be sent to this address in that way.' },
  'too-slow': {
    status: 408,
    title:
      'The connection was too slow for us to get all of it. Nothing was saved. Send it again, or call.',
  },
  repeated: {
    status: 409,
    title:
      'You have already sent this form. To send what stands here now as another request, press the button again.',
  },
  'too-large': {
    status: 413,
    title: 'That is more text than we can take. Shorten it and send it again.',
  },
  'media-type': {
    status: 415,
    title:
      'What was sent came in a format that we do not read. Fill in the form and send it again.',
  },
  malformed: { status: 422, title: 'What was sent cannot be read.' },
  invalid: { status: 422, title: 'Something has to be mended before we can take the request.' },
  'too-many': {
    status: 429,
    title:
      'Many requests have come in from here in a short time. Nothing you typed is lost. Wait a few minutes and send it again, or call.',
  },
  unavailable: {
    status: 503,
    title:
      'We could not save your request. Nothing you typed is lost. Send it again in a moment, or call.',
  },
} as const;

export type SubmissionErrorCode = keyof typeof SUBMISSION_ERRORS;

/** Value of `Retry-After` for the error `unavailable`, in seconds. */
export const UNAVAILABLE_RETRY_AFTER_S = 30;

interface SubmissionErrorOptions extends ErrorOptions {
  /** Value of `Retry-After`, in seconds. */
  retryAfterS?: number;
}

/** Thrown when a submission is not accepted. It never contains anything that the visitor typed. */
export class SubmissionError extends Error {
  override readonly name = 'SubmissionError';
  readonly code: SubmissionErrorCode;
  readonly problems: readonly FieldProblem[];
  /** When to send the submission again, in seconds; undefined if a retry does not help. */
  readonly retryAfterS: number | undefined;

  constructor(
    code: SubmissionErrorCode,
    problems: readonly FieldProblem[] = [],
    { retryAfterS, ...options }: SubmissionErrorOptions = {},
  ) {
    super(SUBMISSION_ERRORS[code].title, options);
    this.code = code;
    this.problems = problems;
    this.retryAfterS =
      retryAfterS ?? (code === 'unavailable' ? UNAVAILABLE_RETRY_AFTER_S : undefined);
  }

  get status(): number {
    return SUBMISSION_ERRORS[this.code].status;
  }
}

/** Returns an error as problem details (RFC 9457), with the fields to correct and the crisis lines. */
export const problemDetails = ({ code, status, message, problems }: SubmissionError) => ({
  type: `/api/openapi.json#${code}`,
  title: message,
  status,
  code,
  errors: problems,
  crisisLines: CRISIS_LINES.map(({ name, number }) => ({ name, number })),
});
