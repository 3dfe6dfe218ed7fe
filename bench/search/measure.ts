import { setTimeout as pause } from 'node:timers/promises';
import { printLine } from '#platform/process/progress.ts';
import { memoryOf, percentile } from '#tests/helpers/measure.ts';
import type { BusyCoresProbe } from '../machine.ts';
import { median } from '../median.ts';
import type { NextServer } from '../next-server.ts';
import type { Plan } from '../rounds.ts';

const FIRST_RESULT_TIMEOUT_MS = 120_000;
const RETRY_MS = 200;

export interface SearchFigures {
  p50: number;
  p95: number;
  rounds: { p50: number; p95: number }[];
  /** Time from the first query to the first result in seconds. The index is built meanwhile. */
  builtAfterS: number;
  /** Memory of the whole process in MiB. */
  mib: number;
  othersBusy: number[];
}

/** Measures the time from a query to the last byte of the results page, one query at a time. */
export async function measureSearch(
  { url, pid }: NextServer,
  queries: string[],
  { rounds: roundCount }: Plan,
  probe: BusyCoresProbe,
): Promise<SearchFigures> {
  const builtAfterS = await waitForFirstResult(url);
  const [rounds, othersBusy]: [SearchFigures['rounds'], number[]] = [[], []];
  for (const query of queries) await timeSearch(url, query);
  for (let round = 0; round < roundCount; round += 1) {
    othersBusy.push(await probe());
    const durations: number[] = [];
    for (const query of queries) durations.push(await timeSearch(url, query));
    rounds.push({ p50: percentile(durations, 50), p95: percentile(durations, 95) });
    printLine(`  ${JSON.stringify(rounds.at(-1))}`);
  }
  return {
    p50: median(rounds.map(({ p50 }) => p50)),
    p95: median(rounds.map(({ p95 }) => p95)),
    rounds,
    builtAfterS,
    mib: await memoryOf(pid),
    othersBusy,
  };
}

/** Returns how long a search takes, in ms. @throws Error if it fails */
async function timeSearch(url: string, query: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${url}/search?${new URLSearchParams({ q: query })}`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`A search failed with status ${response.status}.`);
  return performance.now() - began;
}

/** Waits until the search index has been built. Returns how long that takes, in seconds. */
async function waitForFirstResult(url: string): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < FIRST_RESULT_TIMEOUT_MS) {
    if (await timeSearch(url, 'treatment').catch(() => undefined)) {
      return (performance.now() - began) / 1000;
    }
    await pause(RETRY_MS);
  }
  throw new Error(`Search has no result after ${FIRST_RESULT_TIMEOUT_MS / 1000} s.`);
}
