import { formatKilobytes, formatMs, formatRate, formatTable } from './format.ts';
import { type Goal, goalsOf, isMet } from './goals.ts';
import type { Results } from './results.ts';
import { submissionTable } from './submissions/table.ts';

/** Formats the results as Markdown. */
export function formatReport(results: Results): string {
  const { at, machine, plan, generator, leftOut } = results;
  const sections = [
    goalTable(goalsOf(results)),
    pages(results),
    visits(results),
    latency(results),
    results.submissions && submissionTable(results.submissions),
    search(results),
  ];
  return `# The benchmark

${at.slice(0, 10)}, commit ${machine.commit}; ${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, Node ${machine.node}, MongoDB ${machine.mongodb}.
Medians of ${plan.rounds} interleaved rounds of ${plan.seconds} s; clients (${generator}), servers and database share the machine.
Other programs kept up to ${busiest(results).toFixed(1)} cores busy right before a round. Compare rows, not runs.
${leftOut.map((reason) => `\n- Left out: ${reason}`).join('')}
${sections.filter(Boolean).join('\n')}`;
}

const busiest = ({ pages = [], latency = [], submissions = [], search, start }: Results): number =>
  Math.max(
    0,
    ...[
      ...pages,
      ...latency,
      ...submissions,
      ...(search ? [search] : []),
      ...(start ? [start] : []),
    ].flatMap(({ othersBusy }) => othersBusy),
  );

/** Formats the goals as a table, with their measured values. */
export function goalTable(all: Goal[]): string {
  if (all.length === 0) return '';
  const rows = all.map((goal) => {
    const { figure, bound, target, unit, measured } = goal;
    const met = { true: 'yes', false: '**no**', undefined: '' }[String(isMet(goal))] ?? '';
    const value = measured === undefined ? 'left out' : `${measured.toFixed(2)} ${unit}`;
    return [figure, `${bound} ${target} ${unit}`, value, met];
  });
  return `\n${formatTable(['figure', 'target', 'measured', 'met'], rows)}\n`;
}

const pages = ({ pages: rows }: Results) =>
  rows &&
  `
## Page loads

32 connections, gzip. CPU time is that of all processes of the server, without the database.

${formatTable(
  ['', 'requests/s', 'requests per CPU-second', 'p50 ms', 'p99 ms', 'failed'],
  rows.map(({ target, figures: { perSecond, perCpuSecond, p50, p99, failures } }) => [
    target,
    formatRate(perSecond),
    formatRate(perCpuSecond),
    formatMs(p50),
    formatMs(p99),
    failures,
  ]),
)}
`;

const visits = ({ visits: rows }: Results) =>
  rows &&
  `
## First visit on a phone

Kilobytes (of 1000 bytes) on the wire, headers included, as Chromium counts them.

${formatTable(
  ['', 'HTML, style, script', 'fonts', 'images above the fold', 'total', 'requests'],
  rows.map(({ target, weight }) => [
    target,
    formatKilobytes(weight.page),
    formatKilobytes(weight.fonts),
    formatKilobytes(weight.images),
    formatKilobytes(weight.all),
    weight.requests,
  ]),
)}
`;

const latency = ({ latency: rows }: Results) =>
  rows &&
  `
## Page latency during submissions

The explainer, at 200 requests/s on 20 connections.

${formatTable(
  ['submissions/s', 'p50 ms', 'p99 ms', 'failed pages', 'failed submissions'],
  rows.map(({ submissionsPerSecond, p50, p99, rounds }) => [
    submissionsPerSecond,
    formatMs(p50),
    formatMs(p99),
    rounds.reduce((sum, { failures }) => sum + failures, 0),
    rounds.reduce((sum, { failedSubmissions }) => sum + failedSubmissions, 0),
  ]),
)}
`;

const search = ({ search: figures }: Results) =>
  figures &&
  `
## Search

10,000 articles of 1,000 words. One query at a time, of one to five words; every third query has a typo.

${formatTable(
  ['', 'p50 ms', 'p95 ms', 'first result after s', 'memory of the process, MiB'],
  [
    [
      'Throughcare, the results page (plain `next start`)',
      formatMs(figures.p50),
      formatMs(figures.p95),
      formatMs(figures.builtAfterS),
      formatRate(figures.mib),
    ],
  ],
)}
`;
