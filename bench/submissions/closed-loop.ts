/** What so many clients saw who each send one request after the other. */
export interface Seen {
  /** How long each took, in milliseconds, the shortest first. */
  latencies: number[];
  failures: number;
  elapsedMs: number;
}

/**
 * Keeps so many connections busy for a while: each sends its next as soon as its last is answered.
 * @param send fails unless it was answered well
 */
export async function closedLoop(
  connections: number,
  ms: number,
  send: () => Promise<void>,
): Promise<Seen> {
  const latencies: number[] = [];
  let failures = 0;
  const began = performance.now();
  const client = async () => {
    while (performance.now() - began < ms) {
      const sent = performance.now();
      const well = await send().then(
        () => true,
        () => false,
      );
      if (well) latencies.push(performance.now() - sent);
      else failures += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const elapsedMs = performance.now() - began;
  return { latencies: latencies.sort((a, b) => a - b), failures, elapsedMs };
}
