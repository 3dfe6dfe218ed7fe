import { SubmissionError } from '#domain/submission-error.ts';

/**
 * Counting that may be asked for several times and is done once: its verdict stands, a refusal too. It is
 * tried again only if it failed.
 */
export function submitOnce<A extends unknown[], T>(
  count: (...given: A) => Promise<T>,
): (...given: A) => Promise<T> {
  let done: Promise<T> | undefined;
  return (...given) => {
    done ??= count(...given).catch((error) => {
      if (!(error instanceof SubmissionError)) done = undefined;
      throw error;
    });
    return done;
  };
}
