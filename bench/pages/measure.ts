import { say } from '#platform/process/progress.ts';
import type { Answered, Generator } from '../load/generator.ts';
import type { Look } from '../machine.ts';
import { median } from '../median.ts';
import { cpuSecondsOf } from '../processes.ts';
import { inTurn, type Plan } from '../rounds.ts';
import type { Target, TargetId } from './target.ts';

export const CONNECTIONS = 32;
/** Until what runs often is compiled. */
const WARM_UP_S = 8;

export interface Round extends Answered {
  /** Of the server's processes together. */
  perCpuSecond: number;
}

export interface PageRow {
  id: TargetId;
  target: string;
  figures: Round;
  rounds: Round[];
  /** Cores that others kept busy right before each round. */
  othersBusy: number[];
}

/** Asks for each page in turn, round by round, and looks at what its server took of the CPU. */
export async function measurePages(
  targets: Target[],
  generator: Generator,
  plan: Plan,
  look: Look,
): Promise<PageRow[]> {
  const rows = targets.map((target) => ({
    target,
    rounds: [] as Round[],
    othersBusy: [] as number[],
  }));
  for (const target of targets) await load(target, generator, WARM_UP_S);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const row of inTurn(rows, round)) {
      row.othersBusy.push(await look());
      const seen = await load(row.target, generator, plan.seconds);
      row.rounds.push(seen);
      say(`  ${row.target.name}: ${JSON.stringify(seen)}`);
    }
  }
  return rows.map(({ target, rounds, othersBusy }) => ({
    id: target.id,
    target: target.name,
    figures: overRounds(rounds),
    rounds,
    othersBusy,
  }));
}

async function load({ url, pids }: Target, generator: Generator, seconds: number): Promise<Round> {
  const before = await cpuSecondsOf(await pids());
  const answered = await generator.load({ url, connections: CONNECTIONS, seconds });
  const cpuSeconds = (await cpuSecondsOf(await pids())) - before;
  return { ...answered, perCpuSecond: answered.answers / cpuSeconds };
}

const overRounds = (rounds: Round[]): Round => ({
  answers: rounds.reduce((sum, { answers }) => sum + answers, 0),
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  perCpuSecond: median(rounds.map(({ perCpuSecond }) => perCpuSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
});
