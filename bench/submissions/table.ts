import { ms, rate, tableOf, times } from '../written.ts';
import { CONNECTIONS, type Row } from './measure.ts';

/** What the submissions came to, as a section in Markdown. */
export function submissionTable(rows: Row[]): string {
  const does = new Map(rows.map((row) => [row.target, row.does]));
  return `
## A request is sent

${[...does].map(([name, what]) => `- **${name}**: ${what}`).join('\n')}

${tableOf(
  ['', 'connections', 'p50 ms', 'p99 ms', 'requests/s', 'failed', 'throughput beside ours'],
  CONNECTIONS.flatMap((connections) => linesOf(rows, connections)),
)}
`;
}

function linesOf(rows: Row[], connections: number): (string | number)[][] {
  const these = rows.filter((row) => row.connections === connections);
  const own = these[0]?.figures.perSecond ?? Number.NaN;
  return these.map(({ target, figures: { p50, p99, perSecond, failures } }) => [
    target,
    connections,
    ms(p50),
    ms(p99),
    rate(perSecond),
    failures,
    times(perSecond / own),
  ]);
}
