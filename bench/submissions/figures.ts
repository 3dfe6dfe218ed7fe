import { median } from '../median.ts';
import type { ClosedLoopResult } from './closed-loop.ts';

/** Latencies in milliseconds, throughput in responses per second. */
export interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
  failures: number;
}

/** Computes the figures of one round. */
export const figuresOf = ({ latencies, failures, elapsedMs }: ClosedLoopResult): Figures => ({
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
  perSecond: (latencies.length / elapsedMs) * 1000,
  failures,
});

/** Returns the nearest-rank quantile, which is one of the measured values. */
const quantile = (sorted: number[], q: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? Number.NaN;

/** Returns the median of each figure over the rounds, and the sum of failures. */
export const medianFigures = (rounds: Figures[]): Figures => ({
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
});
