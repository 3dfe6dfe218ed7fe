import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { FieldProblem } from './field-problem.ts';

/** Why the door turns a request away. The status is HTTP's; the title is for a person. */
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

/** A request that cannot be saved now may be saved in this time. */
export const RETRY_UNAVAILABLE_S = 30;

interface SubmissionErrorOptions extends ErrorOptions {
  /** When it may be sent again, in seconds. */
  retryAfterS?: number;
}

/** A request that was not taken. It never carries what a visitor typed. */
export class SubmissionError extends Error {
  override readonly name = 'SubmissionError';
  readonly code: SubmissionErrorCode;
  readonly problems: readonly FieldProblem[];

  readonly retryAfterS: number | undefined;

  constructor(
    code: SubmissionErrorCode,
    problems: readonly FieldProblem[] = [],
    { retryAfterS, ...options }: SubmissionErrorOptions = {},
  ) {
    super(SUBMISSION_ERRORS[code].title, options);
    this.code = code;
    this.problems = problems;
    this.retryAfterS = retryAfterS ?? (code === 'unavailable' ? RETRY_UNAVAILABLE_S : undefined);
  }

  get status(): number {
    return SUBMISSION_ERRORS[this.code].status;
  }
}

/** A refusal as problem details (RFC 9457), with the fields to mend and the lines that answer at any hour. */
export const problemDetails = ({ code, status, message, problems }: SubmissionError) => ({
  type: `/api/openapi.json#${code}`,
  title: message,
  status,
  code,
  errors: problems,
  crisisLines: CRISIS_LINES.map(({ name, number }) => ({ name, number })),
});
