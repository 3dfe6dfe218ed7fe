import { SubmissionError } from '#domain/submission-error.ts';

/**
 * Makes a counting function count once, however often it is called. Its verdict stands, including a
 * `SubmissionError`; any other error lets the next call try again.
 */
export function memoizeVerdict<A extends unknown[], T>(
  count: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let verdict: Promise<T> | undefined;
  return (...args) => {
    verdict ??= count(...args).catch((error) => {
      if (!(error instanceof SubmissionError)) verdict = undefined;
      throw error;
    });
    return verdict;
  };
}
