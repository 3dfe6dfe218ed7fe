import { type Failure, failureOf } from './failure.ts';
import { plainError } from './quiet-console.ts';

/** Logs what went wrong: where, the kind of error, and the code it passed through. */
export function logFailure(where: string, error: unknown): void {
  plainError({ at: new Date().toISOString(), where, ...failureOf(error) } satisfies Line);
}

interface Line extends Failure {
  at: string;
  where: string;
}
