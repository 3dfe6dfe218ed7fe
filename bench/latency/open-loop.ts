import { setTimeout as pause } from 'node:timers/promises';

/**
 * Sends requests at a fixed rate and even intervals, without waiting for earlier responses (an open loop).
 * @param signal ends the loop
 * @returns how many requests succeeded and how many failed
 */
export async function runOpenLoop(
  perSecond: number,
  signal: AbortSignal,
  send: () => Promise<void>,
): Promise<{ successes: number; failures: number }> {
  const counts = { successes: 0, failures: 0 };
  const pending = new Set<Promise<void>>();
  const began = performance.now();
  for (let n = 0; !signal.aborted; n += 1) {
    const request = send().then(
      () => {
        counts.successes += 1;
      },
      () => {
        counts.failures += 1;
      },
    );
    pending.add(request);
    request.finally(() => pending.delete(request));
    const due = began + ((n + 1) / perSecond) * 1000;
    await pause(Math.max(0, due - performance.now()));
  }
  await Promise.all(pending);
  return counts;
}
