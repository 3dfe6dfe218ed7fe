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

const missed = (given: Partial<typeof page>) =>
  scoreGoals([{ ...page, ...given }])
    .filter((goal) => !isMet(goal))
    .map(({ figure }) => figure);

it('a page reaches its goals, or it is said which it misses', () => {
  expect(missed({})).toEqual([]);
  expect(missed({ cls: 0.011 })).toEqual(['/: layout shift']);
  expect(missed({ scores: { ...page.scores, performance: 97, seo: 99 } })).toEqual([
    '/: performance',
    '/: seo',
  ]);
});
