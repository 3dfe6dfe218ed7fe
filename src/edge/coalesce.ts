/**
 * Runs `work` once at a time. Callers that arrive during a run share the next one, so that a caller never
 * gets the result of a run that began before its call.
 */
export function coalesce<T>(work: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const startRun = (): Promise<T> => {
    next = undefined;
    const run = work();
    current = run.catch(() => {});
    return run;
  };
  return () => {
    next ??= current.then(startRun);
    return next;
  };
}
