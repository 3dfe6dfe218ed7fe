import { expect, it } from 'vitest';
import { goalsOf, isMet } from './goals.ts';
import type { PageRow } from './pages/measure.ts';
import type { Results } from './results.ts';

const nothing: Results = {
  at: '2026-11-24T00:00:00.000Z',
  machine: { cores: 2, processor: '', memoryGiB: 1, node: '', mongodb: '', commit: '' },
  plan: { rounds: 3, seconds: 1 },
  generator: 'wrk',
  leftOut: [],
};

const row = (id: PageRow['id'], perCpuSecond: number[]): PageRow => {
  const rounds = perCpuSecond.map((each) => ({
    answers: 1,
    perSecond: each / 2,
    perCpuSecond: each,
    p50: 1,
    p99: 1,
    failures: 0,
  }));
  return { id, target: id, figures: rounds[0] as PageRow['figures'], rounds, othersBusy: [0] };
};

it('compares what was measured in the same round', () => {
  // The machine was three times as slow in the second round, for both.
  const pages = [row('explainer', [80, 27, 90]), row('bare', [100, 30, 100])];
  const [first, second] = goalsOf({ ...nothing, pages });
  expect(first).toMatchObject({ target: 0.7, measured: 0.9 });
  expect(first && isMet(first)).toBe(true);
  expect(second?.measured).toBeUndefined();
  expect(second && isMet(second)).toBeUndefined();
});

it('has a goal for what was looked at only, and knows which way it is bound', () => {
  expect(goalsOf(nothing)).toEqual([]);
  const round = { p50: 1, pages: 1, failures: 0, submitted: 0, refused: 0 };
  const latency = [2, 3.5].map((p99, n) => ({
    submissionsPerSecond: n * 50,
    p50: 1,
    p99,
    rounds: [{ ...round, p99 }],
    othersBusy: [0],
  }));
  const [goal] = goalsOf({ ...nothing, latency });
  expect(goal).toMatchObject({ bound: '≤', target: 1.5, measured: 1.75 });
  expect(goal && isMet(goal)).toBe(false);
});

it('counts kilobytes of a thousand', () => {
  const weight = { page: 19_500, fonts: 45_000, images: 0, all: 90_100, requests: 9 };
  const goals = goalsOf({ ...nothing, visits: [{ id: 'explainer', target: '', weight }] });
  expect(goals.map(({ measured }) => measured)).toEqual([19.5, 45, 0, 90.1]);
  expect(goals.map(isMet)).toEqual([true, true, true, false]);
});
