import { printLine } from '#platform/process/progress.ts';
import type { LoadGenerator } from '../load/generator.ts';
import type { BusyCoresProbe } from '../machine.ts';
import { median } from '../median.ts';
import { type Plan, rotate } from '../rounds.ts';
import type { SubmissionTarget } from '../submissions/targets/target.ts';
import { runOpenLoop } from './open-loop.ts';

/** Submissions per second: idle, and busy. */
export const SUBMISSION_RATES = [0, 50] as const;
/** Page requests per second meanwhile. */
export const PAGES_PER_SECOND = 200;
const CONNECTIONS = 20;
/** Rounds are longer than the plan says, for enough samples of the 99th percentile. */
const ROUND_FACTOR = 2;
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
  /** Page requests that failed. */
  failures: number;
  /** Submissions that were accepted. */
  submissions: number;
  failedSubmissions: number;
}

/** Measures the latency of a page, in alternating rounds with and without submissions. */
export async function measureLatency(
  url: string,
  target: SubmissionTarget,
  generator: LoadGenerator,
  plan: Plan,
  probe: BusyCoresProbe,
): Promise<LatencyRow[]> {
  const rows = SUBMISSION_RATES.map((submissionsPerSecond) => ({
    submissionsPerSecond,
    rounds: [] as Round[],
    othersBusy: [] as number[],
  }));
  for (const row of rows)
    await runRound(url, target, row.submissionsPerSecond, generator, WARM_UP_S);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const row of rotate(rows, round)) {
      row.othersBusy.push(await probe());
      const seconds = plan.seconds * ROUND_FACTOR;
      const measured = await runRound(url, target, row.submissionsPerSecond, generator, seconds);
      row.rounds.push(measured);
      printLine(`  ${row.submissionsPerSecond} submissions/s: ${JSON.stringify(measured)}`);
    }
  }
  return rows.map((row) => ({
    ...row,
    p50: median(row.rounds.map(({ p50 }) => p50)),
    p99: median(row.rounds.map(({ p99 }) => p99)),
  }));
}

async function runRound(
  url: string,
  target: SubmissionTarget,
  submissionsPerSecond: number,
  generator: LoadGenerator,
  seconds: number,
): Promise<Round> {
  const clients = await target.connect(submissionsPerSecond);
  const pagesDone = new AbortController();
  const submitting =
    submissionsPerSecond > 0
      ? runOpenLoop(submissionsPerSecond, pagesDone.signal, clients.send)
      : Promise.resolve({ successes: 0, failures: 0 });
  const load = { url, connections: CONNECTIONS, perSecond: PAGES_PER_SECOND, seconds };
  const { p50, p99, responses, failures } = await generator
    .run(load)
    .finally(() => pagesDone.abort());
  const submissions = await submitting;
  await clients.close();
  return {
    p50,
    p99,
    pages: responses,
    failures,
    submissions: submissions.successes,
    failedSubmissions: submissions.failures,
  };
}
