/** What a failure means: it may work later, it never will for this number, or the person has told the provider to stop. */
export type TextOutcome = 'later' | 'never' | 'stopped';

/**
 * A text message was not taken. The message is the code alone, because it is stored with the job and
 * logged: never the number, never the words, never what the provider said of them.
 */
export class TextFailed extends Error {
  override readonly name = 'TextFailed';
  /** `text-` and the number of the provider's error, the status of its answer, or the code of the connection's. */
  readonly code: string;
  readonly outcome: TextOutcome;

  constructor(code: string, outcome: TextOutcome) {
    super(code);
    this.code = code;
    this.outcome = outcome;
  }
}
