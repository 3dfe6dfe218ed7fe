import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const MIB_IN_KIB = 1024;
const MEMORY_INTERVAL_MS = 200;

/** Pause between two requests of the visitor. */
const THINK_TIME_MS = 30;

/** Returns the resident memory of a process, in MiB. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / MIB_IN_KIB;
}

/** Returns a percentile of values, by the nearest rank; NaN if there are none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
}

export const p99 = (values: readonly number[]): number => percentile(values, 99);

/**
 * Requests a page again and again while `work` runs.
 * @returns the response time of each request in ms, and the peak memory of the process in MiB
 * @throws Error if a response is not 2xx
 */
export async function measureWhile(
  url: string,
  pid: number,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<{ waits: number[]; mostMiB: number }> {
  const done = new AbortController();
  const waits: number[] = [];
  let mostMiB = 0;
  const visit = async () => {
    while (!done.signal.aborted) {
      const began = performance.now();
      const response = await fetch(url);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${url} responded with ${response.status}.`);
      waits.push(performance.now() - began);
      await pause(THINK_TIME_MS);
    }
  };
  const measureMemory = async () => {
    while (!done.signal.aborted) {
      mostMiB = Math.max(mostMiB, await memoryOf(pid));
      await pause(MEMORY_INTERVAL_MS);
    }
  };
  const measuring = Promise.all([visit(), measureMemory()]);
  try {
    await Promise.race([work(done.signal), measuring]);
  } finally {
    done.abort();
  }
  await measuring;
  return { waits, mostMiB };
}
