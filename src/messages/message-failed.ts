import { TextFailed } from './texts/text-failed.ts';

/**
 * A message did not go out. Its message is a code and nothing else, because it is stored with the job
 * and shown in the admin: never an address, a number, or what a server said of them.
 */
export class MessageFailed extends Error {
  override readonly name = 'MessageFailed';
  /** True if it would fail again: a person has to see to it. */
  readonly final: boolean;

  constructor(code: string, final: boolean) {
    super(code);
    this.final = final;
  }

  /** What was thrown on the way, without what may be personal in it. */
  static of(error: unknown): MessageFailed {
    if (error instanceof MessageFailed) return error;
    if (error instanceof TextFailed)
      return new MessageFailed(error.code, error.outcome !== 'later');
    const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
    if (typeof responseCode === 'number') {
      return new MessageFailed(`mail-${responseCode}`, responseCode >= 500);
    }
    return new MessageFailed(
      typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? `mail-${code}` : 'unknown',
      false,
    );
  }
}
