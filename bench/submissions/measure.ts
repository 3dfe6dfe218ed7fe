import { printLine } from '#platform/process/progress.ts';
import type { BusyCoresProbe } from '../machine.ts';
import { type Plan, rotate } from '../rounds.ts';
import { runClosedLoop } from './closed-loop.ts';
import { type Figures, figuresOf, medianFigures } from './figures.ts';
import type { SubmissionTarget } from './targets/target.ts';

export const CONNECTIONS = [1, 32] as const;
const WARM_UP_MS = 10_000;

export interface SubmissionRow {
  connections: number;
  target: string;
  does: string;
  figures: Figures;
  rounds: Figures[];
  /** Cores that other programs kept busy right before each round. */
  othersBusy: number[];
}

/**
 * Measures all targets in turn, round by round. Each round starts with the next target, so that a slow phase of the
 * machine affects all of them alike.
 * @throws Error if a target has stored less than it acknowledged
 */
export async function measureSubmissions(
  targets: SubmissionTarget[],
  plan: Plan,
  probe: BusyCoresProbe,
): Promise<SubmissionRow[]> {
  const rows = targets.flatMap((target) =>
    CONNECTIONS.map(
      (connections) => ({ target, connections, rounds: [], othersBusy: [] }) as OpenRow,
    ),
  );
  for (const target of targets) await runRound(target, Math.max(...CONNECTIONS), WARM_UP_MS);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const connections of CONNECTIONS) {
      const group = rows.filter((row) => row.connections === connections);
      for (const row of rotate(group, round)) {
        row.othersBusy.push(await probe());
        const figures = await runRound(row.target, connections, plan.seconds * 1000);
        row.rounds.push(figures);
        printLine(`  ${row.target.name}, ${connections}: ${JSON.stringify(figures)}`);
      }
    }
  }
  return rows.map(({ target, connections, rounds, othersBusy }) => ({
    connections,
    target: target.name,
    does: target.does,
    figures: medianFigures(rounds),
    rounds,
    othersBusy,
  }));
}

type OpenRow = Pick<SubmissionRow, 'connections' | 'rounds' | 'othersBusy'> & {
  target: SubmissionTarget;
};

async function runRound(
  target: SubmissionTarget,
  connections: number,
  ms: number,
): Promise<Figures> {
  const before = await target.countStored();
  const clients = await target.connect(connections);
  const result = await runClosedLoop(connections, ms, clients.send);
  await clients.close();
  const stored = (await target.countStored()) - before;
  if (stored < result.latencies.length) {
    throw new Error(
      `${target.name} stored ${stored} of the ${result.latencies.length} submissions that it acknowledged.`,
    );
  }
  return figuresOf(result);
}
