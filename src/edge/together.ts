/**
 * Does something one at a time for all who ask. Whoever asks gets what began after they asked: those who ask
 * meanwhile share the next.
 */
export function together<T>(work: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    next = undefined;
    const begun = work();
    current = begun.catch(() => {});
    return begun;
  };
  return () => {
    next ??= current.then(begin);
    return next;
  };
}
