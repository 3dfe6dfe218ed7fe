import type { Goal } from '../goals.ts';
import { CATEGORIES, type PageScores } from './measure.ts';

/** The minimum scores of each page. */
const MIN_SCORES = {
  performance: 98,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
} as const;

/** The maximum cumulative layout shift (CLS). */
const MAX_LAYOUT_SHIFT = 0.01;

/** Returns the goals of each page, with its scores. */
export const scoreGoals = (pages: readonly PageScores[]): Goal[] =>
  pages.flatMap(({ path, scores, cls }) => [
    ...CATEGORIES.map(
      (name): Goal => ({
        figure: `${path}: ${name}`,
        bound: '≥',
        target: MIN_SCORES[name],
        unit: 'of 100',
        measured: scores[name],
      }),
    ),
    {
      figure: `${path}: layout shift`,
      bound: '≤',
      target: MAX_LAYOUT_SHIFT,
      unit: '',
      measured: cls,
    },
  ]);
