import { EnvironmentError } from '#platform/environment/environment.ts';
import { failureOf } from '#platform/http/failure.ts';
import { Refusal } from './refusal.ts';

/** What is said of a failure at the terminal: what a person can put right in one sentence, anything else with where it happened. */
export function inWords(error: unknown): string {
  if (error instanceof Refusal || error instanceof EnvironmentError) return error.message;
  // What the database says of two documents under one unique index has their values in it.
  if (error instanceof Error && 'code' in error && typeof error.code === 'number') {
    return JSON.stringify(failureOf(error));
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
