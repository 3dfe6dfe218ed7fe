import { EnvironmentError } from '#platform/environment/environment.ts';
import { failureOf } from '#platform/log/failure.ts';
import { OperatorError } from './operator-error.ts';

/** Describes an error for the terminal: one that the operator can correct by its message, any other by its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof OperatorError || error instanceof EnvironmentError) return error.message;
  // MongoDB's message for a duplicate key contains the values.
  if (error instanceof Error && 'code' in error && typeof error.code === 'number') {
    return JSON.stringify(failureOf(error));
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
