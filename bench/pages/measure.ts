import { printLine } from '#platform/process/progress.ts';
import type { LoadGenerator, LoadResult } from '../load/generator.ts';
import type { BusyCoresProbe } from '../machine.ts';
import { median } from '../median.ts';
import { cpuSecondsOf } from '../processes.ts';
import { type Plan, rotate } from '../rounds.ts';
import type { PageTarget, PageTargetId } from './target.ts';

export const CONNECTIONS = 32;
/** Long enough for V8 to compile the hot code. */
const WARM_UP_S = 8;

export interface PageRound extends LoadResult {
  /** Responses per second of CPU time of all processes of the server. */
  perCpuSecond: number;
}

export interface PageRow {
  id: PageTargetId;
  target: string;
  figures: PageRound;
  rounds: PageRound[];
  /** Cores that other programs kept busy right before each round. */
  othersBusy: number[];
}

/** Loads the pages in turn, round by round, and measures throughput, latency and CPU time of their servers. */
export async function measurePages(
  targets: PageTarget[],
  generator: LoadGenerator,
  plan: Plan,
  probe: BusyCoresProbe,
): Promise<PageRow[]> {
  const rows = targets.map((target) => ({
    target,
    rounds: [] as PageRound[],
    othersBusy: [] as number[],
  }));
  for (const target of targets) await runRound(target, generator, WARM_UP_S);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const row of rotate(rows, round)) {
      row.othersBusy.push(await probe());
      const measured = await runRound(row.target, generator, plan.seconds);
      row.rounds.push(measured);
      printLine(`  ${row.target.name}: ${JSON.stringify(measured)}`);
    }
  }
  return rows.map(({ target, rounds, othersBusy }) => ({
    id: target.id,
    target: target.name,
    figures: medianRound(rounds),
    rounds,
    othersBusy,
  }));
}

async function runRound(
  { url, pids }: PageTarget,
  generator: LoadGenerator,
  seconds: number,
): Promise<PageRound> {
  const before = await cpuSecondsOf(await pids());
  const result = await generator.run({ url, connections: CONNECTIONS, seconds });
  const cpuSeconds = (await cpuSecondsOf(await pids())) - before;
  return { ...result, perCpuSecond: result.responses / cpuSeconds };
}

const medianRound = (rounds: PageRound[]): PageRound => ({
  responses: rounds.reduce((sum, { responses }) => sum + responses, 0),
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  perCpuSecond: median(rounds.map(({ perCpuSecond }) => perCpuSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
});
