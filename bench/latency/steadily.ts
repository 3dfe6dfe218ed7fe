import { setTimeout as pause } from 'node:timers/promises';

/**
 * Sends so many a second, at even distances, whether the earlier ones were answered or not.
 * @returns how many were answered well, and how many not
 */
export async function steadily(
  perSecond: number,
  signal: AbortSignal,
  send: () => Promise<void>,
): Promise<{ answered: number; failures: number }> {
  const seen = { answered: 0, failures: 0 };
  const under = new Set<Promise<void>>();
  const began = performance.now();
  for (let n = 0; !signal.aborted; n += 1) {
    const one = send().then(
      () => {
        seen.answered += 1;
      },
      () => {
        seen.failures += 1;
      },
    );
    under.add(one);
    one.finally(() => under.delete(one));
    const due = began + ((n + 1) / perSecond) * 1000;
    await pause(Math.max(0, due - performance.now()));
  }
  await Promise.all(under);
  return seen;
}
