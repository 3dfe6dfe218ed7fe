import { expect, it } from 'vitest';
import { isMet } from '../goals.ts';
import { scoreGoals } from './goals.ts';

const page = {
  path: '/',
  scores: { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 },
  cls: 0.01,
  lcp: 1_000,
  findings: [],
};

const missedGoals = (changes: Partial<typeof page>) =>
  scoreGoals([{ ...page, ...changes }])
    .filter((goal) => !isMet(goal))
    .map(({ figure }) => figure);

it('names the goals that a page misses', () => {
  expect(missedGoals({})).toEqual([]);
  expect(missedGoals({ cls: 0.011 })).toEqual(['/: layout shift']);
  expect(missedGoals({ scores: { ...page.scores, performance: 97, seo: 99 } })).toEqual([
    '/: performance',
    '/: seo',
  ]);
});
