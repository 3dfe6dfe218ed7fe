import type { Goal } from '../goals.ts';
import { CATEGORIES, type Scores } from './measure.ts';

/** What Lighthouse has to say of a page at least. */
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;

/** How much of a page may move while it loads. */
const MOST_SHIFT = 0.01;

/** What has to be reached on each of these pages. */
export const scoreGoals = (pages: readonly Scores[]): Goal[] =>
  pages.flatMap(({ path, scores, cls }) => [
    ...CATEGORIES.map(
      (name): Goal => ({
        figure: `${path}: ${name}`,
        bound: '≥',
        target: LEAST[name],
        unit: 'of 100',
        measured: scores[name],
      }),
    ),
    { figure: `${path}: layout shift`, bound: '≤', target: MOST_SHIFT, unit: '', measured: cls },
  ]);
