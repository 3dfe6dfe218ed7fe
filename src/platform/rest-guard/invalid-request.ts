/** Reasons to reject a request to Payload's REST API. */
const REASONS = {
  address: { status: 400, message: 'This address cannot be read.' },
  query: { status: 400, message: 'This query cannot be read.' },
  body: { status: 400, message: 'What was sent cannot be read.' },
  late: { status: 408, message: 'What was sent did not arrive in time. Send it again.' },
  large: { status: 413, message: 'What was sent is too large.' },
  picture: { status: 413, message: 'This picture is too large. A picture has at most 12 MB.' },
  long: { status: 414, message: 'This query is too long.' },
  type: { status: 415, message: 'Send JSON, in UTF-8 and not compressed.' },
} as const;

/** The request is invalid. The message tells the client why. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  readonly status: number;

  constructor(reason: keyof typeof REASONS, options?: ErrorOptions) {
    super(REASONS[reason].message, options);
    this.status = REASONS[reason].status;
  }
}
