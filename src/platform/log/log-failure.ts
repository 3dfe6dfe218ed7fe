import { type Failure, failureOf } from './failure.ts';
import { LOG_CODES, type LogCode, type LogDetails } from './log-codes.ts';
import { writeLogLine } from './redact-console.ts';

interface LogEntry extends LogDetails {
  at: string;
  code: LogCode;
  text: string;
  error?: Failure;
}

/** Logs what failed: the code, and of the error its kind and the code it passed through. */
export function logFailure(code: LogCode, error: unknown, details: LogDetails = {}): void {
  writeEntry(code, { ...details, error: failureOf(error) });
}

/** Logs something that operators should know and that is no failure of ours. */
export function logWarning(code: LogCode, details: LogDetails = {}): void {
  writeEntry(code, details);
}

function writeEntry(code: LogCode, more: LogDetails & { error?: Failure }): void {
  const entry: LogEntry = { at: new Date().toISOString(), code, text: LOG_CODES[code], ...more };
  writeLogLine(entry);
}
