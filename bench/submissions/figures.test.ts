import { expect, it } from 'vitest';
import { figuresOf, medianFigures } from './figures.ts';

it('computes nearest-rank percentiles', () => {
  const latencies = Array.from({ length: 200 }, (_, n) => n + 1);
  expect(figuresOf({ latencies, failures: 1, elapsedMs: 500 })).toEqual({
    p50: 100,
    p99: 198,
    perSecond: 400,
    failures: 1,
  });
});

it('takes the median of each figure, and adds up failures', () => {
  const round = (p50: number, p99: number) => ({ p50, p99, perSecond: 1, failures: 1 });
  expect(medianFigures([round(1, 9), round(2, 7), round(3, 8)])).toEqual({
    ...round(2, 8),
    failures: 3,
  });
});
