import { EnvironmentError } from '#environment.ts';
import { Refusal } from './refusal.ts';

/** What is said of a failure at the terminal: what a person can put right in one sentence, anything else with where it happened. */
export function inWords(error: unknown): string {
  if (error instanceof Refusal || error instanceof EnvironmentError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
