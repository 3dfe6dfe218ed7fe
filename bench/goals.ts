import { median } from './median.ts';
import type { PageRow, Round } from './pages/measure.ts';
import type { TargetId } from './pages/target.ts';
import type { Results } from './results.ts';

/** A figure that has to be reached. */
export interface Goal {
  figure: string;
  /** At least, or at most. */
  bound: '≥' | '≤';
  target: number;
  unit: '×' | 'KB' | 'ms' | 's' | 'of 100' | '';
  /** What was measured; undefined where a peer was left out. */
  measured?: number;
}

export const isMet = ({ bound, target, measured }: Goal): boolean | undefined => {
  if (measured === undefined) return undefined;
  return bound === '≥' ? measured >= target : measured <= target;
};

/** What this run says of each goal that it has looked at. */
export const goalsOf = (results: Results): Goal[] => [
  ...(results.pages ? pageGoals(results.pages) : []),
  ...(results.visits ? weightGoals(results.visits) : []),
  ...(results.latency ? latencyGoals(results.latency) : []),
  ...(results.search
    ? [
        {
          figure: 'search among 10,000 articles: its page, p95',
          bound: '≤' as const,
          target: 50,
          unit: 'ms' as const,
          measured: results.search.p95,
        },
      ]
    : []),
  ...(results.start
    ? [
        {
          figure: 'cold start: `npm start` on a built checkout to `/readyz`',
          bound: '≤' as const,
          target: 8,
          unit: 's' as const,
          measured: results.start.seconds,
        },
      ]
    : []),
];

function pageGoals(rows: PageRow[]): Goal[] {
  const ratio = (figure: string, target: number, one: TargetId, by: TargetId, of: keyof Round) => ({
    figure,
    bound: '≥' as const,
    target,
    unit: '×' as const,
    measured: ratioOf(rows, one, by, of),
  });
  return [
    ratio(
      'explainer, requests per server-CPU-second ÷ bare `node:http` with the same bytes, gzip',
      0.7,
      'explainer',
      'bare',
      'perCpuSecond',
    ),
    ratio(
      'explainer, requests/s at 32 connections ÷ WordPress behind nginx’s cache',
      3,
      'explainer',
      'wordpress',
      'perSecond',
    ),
    ratio(
      'requests per server-CPU-second ÷ Payload’s website template, same MongoDB, same text',
      40,
      'same text',
      'template',
      'perCpuSecond',
    ),
    ratio(
      'explainer not kept, requests/s ÷ the template’s page made per request',
      2.5,
      'rendered',
      'template rendered',
      'perSecond',
    ),
  ];
}

/** The middle one of the ratios of each round: what slowed the machine down has slowed both. */
function ratioOf(
  rows: PageRow[],
  one: TargetId,
  by: TargetId,
  of: keyof Round,
): number | undefined {
  const above = rows.find(({ id }) => id === one);
  const below = rows.find(({ id }) => id === by);
  if (!above || !below) return undefined;
  return median(above.rounds.map((round, n) => round[of] / (below.rounds[n]?.[of] ?? Number.NaN)));
}

function weightGoals(visits: NonNullable<Results['visits']>): Goal[] {
  const weight = visits.find(({ id }) => id === 'explainer')?.weight;
  const goal = (figure: string, target: number, bytes?: number): Goal => ({
    figure: `explainer, first visit, on the wire: ${figure}`,
    bound: '≤',
    target,
    unit: 'KB',
    measured: bytes === undefined ? undefined : bytes / 1000,
  });
  return [
    goal('HTML, style and script', 20, weight?.page),
    goal('fonts', 45, weight?.fonts),
    goal('images above the fold', 25, weight?.images),
    goal('all together', 90, weight?.all),
  ];
}

function latencyGoals(rows: NonNullable<Results['latency']>): Goal[] {
  const [idle, busy] = rows;
  return [
    {
      figure: `article p99 during ${busy?.submissionsPerSecond} submissions/s ÷ idle`,
      bound: '≤',
      target: 1.5,
      unit: '×',
      measured:
        idle && busy && median(busy.rounds.map(({ p99 }, n) => p99 / (idle.rounds[n]?.p99 ?? NaN))),
    },
  ];
}
