import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const MIB_IN_KIB = 1024;
const LOOK_EVERY_MS = 200;

/** A visitor reads for a moment before going on. */
const READS_MS = 30;

/** What a process holds in memory, in MiB. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / MIB_IN_KIB;
}

/** The value that so many of 100 are not above. */
export function percentile(values: readonly number[], of100: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * of100) / 100) - 1] ?? Number.NaN;
}

export const p99 = (values: readonly number[]): number => percentile(values, 99);

/** How long a visitor waits for a page, again and again, in ms; and the most a process holds meanwhile. */
export async function meanwhile(
  url: string,
  pid: number,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<{ waits: number[]; mostMiB: number }> {
  const done = new AbortController();
  const waits: number[] = [];
  let mostMiB = 0;
  const visitor = async () => {
    while (!done.signal.aborted) {
      const began = performance.now();
      const answer = await fetch(url);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`A visitor was answered ${answer.status}.`);
      waits.push(performance.now() - began);
      await pause(READS_MS);
    }
  };
  const looker = async () => {
    while (!done.signal.aborted) {
      mostMiB = Math.max(mostMiB, await memoryOf(pid));
      await pause(LOOK_EVERY_MS);
    }
  };
  const watching = Promise.all([visitor(), looker()]);
  try {
    await Promise.race([work(done.signal), watching]);
  } finally {
    done.abort();
  }
  await watching;
  return { waits, mostMiB };
}
