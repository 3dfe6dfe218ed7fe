import { median } from '../median.ts';
import type { Seen } from './closed-loop.ts';

/** Times in milliseconds, throughput in answers a second. */
export interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
  failures: number;
}

export const figuresOf = ({ latencies, failures, elapsedMs }: Seen): Figures => ({
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
  perSecond: (latencies.length / elapsedMs) * 1000,
  failures,
});

/** The nearest rank: a time that was really taken. */
const quantile = (sorted: number[], q: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? Number.NaN;

/** The middle one of each figure over the rounds; failures are added up. */
export const overRounds = (rounds: Figures[]): Figures => ({
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
});
