import { type Failure, failureOf } from './failure.ts';
import { writeLogLine } from './redact-console.ts';

/** Logs what went wrong: where, the kind of error, and the code it passed through. */
export function logFailure(where: string, error: unknown): void {
  writeLogLine({ at: new Date().toISOString(), where, ...failureOf(error) } satisfies LogEntry);
}

interface LogEntry extends Failure {
  at: string;
  where: string;
}
