/** Why something that was sent to the API of the admin is not passed on. */
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

/** What was sent is the sender's to mend. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly status: number;

  constructor(reason: keyof typeof REASONS, options?: ErrorOptions) {
    super(REASONS[reason].message, options);
    this.status = REASONS[reason].status;
  }
}
