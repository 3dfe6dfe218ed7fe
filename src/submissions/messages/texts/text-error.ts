/** `later`: retry; `never`: the number does not work; `stopped`: the person opted out at the provider. */
export type TextOutcome = 'later' | 'never' | 'stopped';

/**
 * A text message that could not be sent. Its message is the code alone, because it is stored with the job and
 * logged: no number, no text, no response of the provider.
 */
export class TextError extends Error {
  override readonly name = 'TextFailed';
  /** `text-` and the provider's error number, the HTTP status, or the code of the connection error. */
  readonly code: string;
  readonly outcome: TextOutcome;

  constructor(code: string, outcome: TextOutcome) {
    super(code);
    this.code = code;
    this.outcome = outcome;
  }
}
