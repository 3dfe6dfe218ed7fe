import { expect, it } from 'vitest';
import { goalsOf, isMet } from './goals.ts';
import type { PageRow } from './pages/measure.ts';
import type { Results } from './results.ts';

const noParts: Results = {
  at: '2026-11-24T00:00:00.000Z',
  machine: { cores: 2, processor: '', memoryGiB: 1, node: '', mongodb: '', commit: '' },
  plan: { rounds: 3, seconds: 1 },
  generator: 'wrk',
  leftOut: [],
};

const row = (id: PageRow['id'], perCpuSecond: number[]): PageRow => {
  const rounds = perCpuSecond.map((rate) => ({
    responses: 1,
    perSecond: rate / 2,
    perCpuSecond: rate,
    p50: 1,
    p99: 1,
    failures: 0,
  }));
  return { id, target: id, figures: rounds[0] as PageRow['figures'], rounds, othersBusy: [0] };
};

it('compares figures of the same round', () => {
  // In the second round, the machine was three times as slow for both.
  const pages = [row('explainer', [80, 27, 90]), row('bare', [100, 30, 100])];
  const [first, second] = goalsOf({ ...noParts, pages });
  expect(first).toMatchObject({ target: 0.7, measured: 0.9 });
  expect(first && isMet(first)).toBe(true);
  expect(second?.measured).toBeUndefined();
  expect(second && isMet(second)).toBeUndefined();
});

it('has goals only for measured parts, and tells lower from upper bounds', () => {
  expect(goalsOf(noParts)).toEqual([]);
  const round = { p50: 1, pages: 1, failures: 0, submissions: 0, failedSubmissions: 0 };
  const latency = [2, 3.5].map((p99, n) => ({
    submissionsPerSecond: n * 50,
    p50: 1,
    p99,
    rounds: [{ ...round, p99 }],
    othersBusy: [0],
  }));
  const [goal] = goalsOf({ ...noParts, latency });
  expect(goal).toMatchObject({ bound: '≤', target: 1.5, measured: 1.75 });
  expect(goal && isMet(goal)).toBe(false);
});

it('counts kilobytes of 1,000 bytes', () => {
  const weight = { page: 19_500, fonts: 45_000, images: 0, all: 90_100, requests: 9 };
  const goals = goalsOf({ ...noParts, visits: [{ id: 'explainer', target: '', weight }] });
  expect(goals.map(({ measured }) => measured)).toEqual([19.5, 45, 0, 90.1]);
  expect(goals.map(isMet)).toEqual([true, true, true, false]);
});
