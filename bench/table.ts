import type { Machine } from './machine.ts';
import { CONNECTIONS, type Plan, type Row } from './submission.ts';

export interface Results {
  at: string;
  machine: Machine;
  plan: Plan;
  /** Peers that could not be installed here, and why. */
  leftOut: string[];
  submission: Row[];
}

const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const rate = (value: number) => Math.round(value).toLocaleString('en-US');
const times = (value: number) => `${value.toFixed(2)} ×`;

/** The results as Markdown. */
export function table({ at, machine, plan, leftOut, submission }: Results): string {
  const busiest = Math.max(...submission.flatMap(({ othersBusy }) => othersBusy));
  const does = new Map(submission.map((row) => [row.target, row.does]));
  return `# A request is sent

${at.slice(0, 10)}, commit ${machine.commit}; ${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, Node ${machine.node}, MongoDB ${machine.mongodb}.
Medians of ${plan.rounds} interleaved rounds of ${plan.seconds} s; clients, servers and database share the machine.
Other programs kept up to ${busiest.toFixed(1)} cores busy right before a round. Compare rows, not runs.

${[...does].map(([name, what]) => `- **${name}**: ${what}`).join('\n')}
${leftOut.map((why) => `- Left out: ${why}\n`).join('')}
| connections | | p50 ms | p99 ms | requests/s | failed | throughput beside ours |
|---:|---|---:|---:|---:|---:|---:|
${CONNECTIONS.flatMap((connections) => linesOf(submission, connections)).join('\n')}
`;
}

function linesOf(rows: Row[], connections: number): string[] {
  const these = rows.filter((row) => row.connections === connections);
  const own = these[0]?.figures.perSecond ?? Number.NaN;
  return these.map(
    ({ target, figures: { p50, p99, perSecond, failures } }) =>
      `| ${connections} | ${target} | ${ms(p50)} | ${ms(p99)} | ${rate(perSecond)} | ${failures} | ${times(perSecond / own)} |`,
  );
}
