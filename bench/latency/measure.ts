import { say } from '#platform/process/progress.ts';
import type { Generator } from '../load/generator.ts';
import type { Look } from '../machine.ts';
import { median } from '../median.ts';
import { inTurn, type Plan } from '../rounds.ts';
import type { Target } from '../submissions/targets/target.ts';
import { steadily } from './steadily.ts';

/** How many requests are sent a second. */
export const SUBMISSIONS = [0, 50] as const;
/** How many pages are asked for a second, meanwhile. */
export const PAGES = 200;
const CONNECTIONS = 20;
/** One in a hundred has to be seen often enough. */
const SECONDS_TIMES = 2;
const WARM_UP_S = 8;

export interface LatencyRow {
  submissionsPerSecond: number;
  p50: number;
  p99: number;
  rounds: Round[];
  othersBusy: number[];
}

interface Round {
  p50: number;
  p99: number;
  pages: number;
  /** Pages that failed. */
  failures: number;
  submitted: number;
  /** Requests that were turned away or failed. */
  refused: number;
}

/** How long a reader waits for a page while others send requests, and while nobody does, in turn. */
export async function measureLatency(
  url: string,
  door: Target,
  generator: Generator,
  plan: Plan,
  look: Look,
): Promise<LatencyRow[]> {
  const rows = SUBMISSIONS.map((submissionsPerSecond) => ({
    submissionsPerSecond,
    rounds: [] as Round[],
    othersBusy: [] as number[],
  }));
  for (const row of rows) await read(url, door, row.submissionsPerSecond, generator, WARM_UP_S);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const row of inTurn(rows, round)) {
      row.othersBusy.push(await look());
      const seconds = plan.seconds * SECONDS_TIMES;
      const seen = await read(url, door, row.submissionsPerSecond, generator, seconds);
      row.rounds.push(seen);
      say(`  ${row.submissionsPerSecond} a second: ${JSON.stringify(seen)}`);
    }
  }
  return rows.map((row) => ({
    ...row,
    p50: median(row.rounds.map(({ p50 }) => p50)),
    p99: median(row.rounds.map(({ p99 }) => p99)),
  }));
}

async function read(
  url: string,
  door: Target,
  submissionsPerSecond: number,
  generator: Generator,
  seconds: number,
): Promise<Round> {
  const clients = await door.connect(submissionsPerSecond);
  const over = new AbortController();
  const sending =
    submissionsPerSecond > 0
      ? steadily(submissionsPerSecond, over.signal, clients.send)
      : Promise.resolve({ answered: 0, failures: 0 });
  const load = { url, connections: CONNECTIONS, perSecond: PAGES, seconds };
  const { p50, p99, answers, failures } = await generator.load(load).finally(() => over.abort());
  const { answered, failures: refused } = await sending;
  await clients.close();
  return { p50, p99, pages: answers, failures, submitted: answered, refused };
}
