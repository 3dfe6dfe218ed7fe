import { formatMs, formatRate, formatRatio, formatTable } from '../format.ts';
import { CONNECTIONS, type SubmissionRow } from './measure.ts';

/** Formats the figures of submissions as a section in Markdown. */
export function submissionTable(rows: SubmissionRow[]): string {
  const does = new Map(rows.map((row) => [row.target, row.does]));
  return `
## Submissions

${[...does].map(([name, description]) => `- **${name}**: ${description}`).join('\n')}

${formatTable(
  ['', 'connections', 'p50 ms', 'p99 ms', 'submissions/s', 'failed', 'throughput ÷ ours'],
  CONNECTIONS.flatMap((connections) => rowsFor(rows, connections)),
)}
`;
}

function rowsFor(rows: SubmissionRow[], connections: number): (string | number)[][] {
  const group = rows.filter((row) => row.connections === connections);
  const own = group[0]?.figures.perSecond ?? Number.NaN;
  return group.map(({ target, figures: { p50, p99, perSecond, failures } }) => [
    target,
    connections,
    formatMs(p50),
    formatMs(p99),
    formatRate(perSecond),
    failures,
    formatRatio(perSecond / own),
  ]);
}
