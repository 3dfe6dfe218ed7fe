import type { TestedCache } from './caches.ts';
import { type Kind, kindOf, type SuiteGroup, type SuiteTest } from './groups.ts';
import { countedOutcome, type Outcome, type Results } from './outcomes.ts';

/** How many tests of one kind passed, failed, or could not test anything. */
type Counts = [passed: number, failed: number, untested: number];

const HEADINGS: readonly [kind: Kind, heading: string][] = [
  ['required', 'required'],
  ['optimal', 'optimal'],
  ['check', 'checks'],
];

const PLACE_OF: Partial<Record<Outcome, 0 | 1>> = {
  pass: 0,
  yes: 0,
  fail: 1,
  optional_fail: 1,
  no: 1,
};

/** Formats two tables in Markdown: the totals of each cache, and the groups of the suite. */
export function formatTables(
  groups: readonly SuiteGroup[],
  caches: readonly TestedCache[],
): string {
  const count = (tests: readonly SuiteTest[], kind: Kind, results: Results): Counts => {
    const counts: Counts = [0, 0, 0];
    for (const { id } of tests.filter((test) => kindOf(test) === kind))
      counts[PLACE_OF[countedOutcome(groups, id, results)] ?? 2] += 1;
    return counts;
  };
  const all = groups.flatMap(({ tests }) => tests);
  const totals = caches.map(({ name, results }) => [
    name,
    ...HEADINGS.map(([kind]) => count(all, kind, results).join(' / ')),
  ]);
  const rows = groups.map(({ name, tests }) => [
    // The suite misspells one name.
    name.replace('Respones', 'Responses'),
    ...HEADINGS.flatMap(([kind]) =>
      caches.map(({ results }) => formatCounts(count(tests, kind, results))),
    ),
  ]);
  const columns = HEADINGS.flatMap(([, heading]) =>
    caches.map(({ name }) => `${heading}: ${name.split(' ')[0]}`),
  );
  return [
    formatTable(
      ['passed / failed / not tested', ...HEADINGS.map(([, heading]) => heading)],
      totals,
    ),
    formatTable(['passed / failed', ...columns], rows),
  ].join('\n\n');
}

const formatCounts = ([passed, failed, untested]: Counts): string => {
  if (passed + failed > 0) return `${passed} / ${failed}`;
  return untested > 0 ? '–' : '';
};

function formatTable(headings: string[], rows: string[][]): string {
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const format = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [format(headings), rule, ...rows.map(format)].join('\n');
}
