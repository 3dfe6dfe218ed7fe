let last: Promise<void> = Promise.resolve();

/**
 * Waits until no other picture is being processed. Returns a function that releases the lock and may be called more
 * than once.
 */
export async function acquirePictureLock(): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const previous = last;
  last = promise;
  await previous;
  return resolve;
}
