let last: Promise<void> = Promise.resolve();

/** Waits until nobody else works on a picture. @returns what ends one's own turn; more than once does no harm */
export async function oneAtATime(): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const before = last;
  last = promise;
  await before;
  return resolve;
}
