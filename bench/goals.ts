import { median } from './median.ts';
import type { PageRound, PageRow } from './pages/measure.ts';
import type { PageTargetId } from './pages/target.ts';
import type { Results } from './results.ts';

/** A figure with a target. */
export interface Goal {
  figure: string;
  bound: '≥' | '≤';
  target: number;
  unit: '×' | 'KB' | 'ms' | 's' | 'of 100' | '';
  /** The measured value; undefined if a peer was left out. */
  measured?: number;
}

/** True if the goal is met; undefined if it was not measured. */
export const isMet = ({ bound, target, measured }: Goal): boolean | undefined => {
  if (measured === undefined) return undefined;
  return bound === '≥' ? measured >= target : measured <= target;
};

/** Returns the goals of all measured parts, with their measured values. */
export const goalsOf = (results: Results): Goal[] => [
  ...(results.pages ? pageGoals(results.pages) : []),
  ...(results.visits ? weightGoals(results.visits) : []),
  ...(results.latency ? latencyGoals(results.latency) : []),
  ...(results.search
    ? [
        {
          figure: 'search among 10,000 articles, results page, p95',
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
  const ratio = (
    figure: string,
    target: number,
    dividend: PageTargetId,
    divisor: PageTargetId,
    key: keyof PageRound,
  ) => ({
    figure,
    bound: '≥' as const,
    target,
    unit: '×' as const,
    measured: medianRatio(rows, dividend, divisor, key),
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
      'explainer without a cache, requests/s ÷ the template’s page rendered per request',
      2.5,
      'rendered',
      'template rendered',
      'perSecond',
    ),
  ];
}

/** Returns the median of the ratios of each round. Within a round, a slower machine slows both targets. */
function medianRatio(
  rows: PageRow[],
  dividend: PageTargetId,
  divisor: PageTargetId,
  key: keyof PageRound,
): number | undefined {
  const above = rows.find(({ id }) => id === dividend);
  const below = rows.find(({ id }) => id === divisor);
  if (!above || !below) return undefined;
  return median(
    above.rounds.map((round, n) => round[key] / (below.rounds[n]?.[key] ?? Number.NaN)),
  );
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
    goal('total', 90, weight?.all),
  ];
}

function latencyGoals(rows: NonNullable<Results['latency']>): Goal[] {
  const [idle, busy] = rows;
  return [
    {
      figure: `explainer, p99 during ${busy?.submissionsPerSecond} submissions/s ÷ p99 when idle`,
      bound: '≤',
      target: 1.5,
      unit: '×',
      measured:
        idle && busy && median(busy.rounds.map(({ p99 }, n) => p99 / (idle.rounds[n]?.p99 ?? NaN))),
    },
  ];
}
