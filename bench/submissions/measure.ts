import { say } from '#platform/process/progress.ts';
import type { Look } from '../machine.ts';
import { inTurn, type Plan } from '../rounds.ts';
import { closedLoop } from './closed-loop.ts';
import { type Figures, figuresOf, overRounds } from './figures.ts';
import type { Target } from './targets/target.ts';

export const CONNECTIONS = [1, 32] as const;
const WARM_UP_MS = 10_000;

export interface Row {
  connections: number;
  target: string;
  does: string;
  figures: Figures;
  rounds: Figures[];
  /** Cores that others kept busy right before each round. */
  othersBusy: number[];
}

/**
 * Measures all targets in turn, round by round, each round beginning with another one: what slows the
 * machine down for a while slows all of them.
 * @throws Error if one of them has kept less than it acknowledged
 */
export async function measureSubmissions(
  targets: Target[],
  plan: Plan,
  look: Look,
): Promise<Row[]> {
  const rows = targets.flatMap((target) =>
    CONNECTIONS.map((connections) => ({ target, connections, rounds: [], othersBusy: [] }) as Open),
  );
  for (const target of targets) await load(target, Math.max(...CONNECTIONS), WARM_UP_MS);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const connections of CONNECTIONS) {
      const turn = rows.filter((row) => row.connections === connections);
      for (const row of inTurn(turn, round)) {
        row.othersBusy.push(await look());
        const figures = await load(row.target, connections, plan.seconds * 1000);
        row.rounds.push(figures);
        say(`  ${row.target.name}, ${connections}: ${JSON.stringify(figures)}`);
      }
    }
  }
  return rows.map(({ target, connections, rounds, othersBusy }) => ({
    connections,
    target: target.name,
    does: target.does,
    figures: overRounds(rounds),
    rounds,
    othersBusy,
  }));
}

type Open = Pick<Row, 'connections' | 'rounds' | 'othersBusy'> & { target: Target };

async function load(target: Target, connections: number, ms: number): Promise<Figures> {
  const before = await target.kept();
  const clients = await target.connect(connections);
  const seen = await closedLoop(connections, ms, clients.send);
  await clients.close();
  const more = (await target.kept()) - before;
  if (more < seen.latencies.length) {
    throw new Error(`${target.name} kept ${more} of ${seen.latencies.length} it acknowledged.`);
  }
  return figuresOf(seen);
}
