/** Results of a closed loop of clients. */
export interface ClosedLoopResult {
  /** Latencies of successful requests in milliseconds, ascending. */
  latencies: number[];
  failures: number;
  elapsedMs: number;
}

/**
 * Keeps connections busy for a time: each sends its next request as soon as its last one was answered (a closed loop).
 * @param send sends a request and rejects if it fails
 */
export async function runClosedLoop(
  connections: number,
  ms: number,
  send: () => Promise<void>,
): Promise<ClosedLoopResult> {
  const latencies: number[] = [];
  let failures = 0;
  const began = performance.now();
  const client = async () => {
    while (performance.now() - began < ms) {
      const sentAt = performance.now();
      const isSuccess = await send().then(
        () => true,
        () => false,
      );
      if (isSuccess) latencies.push(performance.now() - sentAt);
      else failures += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const elapsedMs = performance.now() - began;
  return { latencies: latencies.sort((a, b) => a - b), failures, elapsedMs };
}
