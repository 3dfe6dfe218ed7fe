import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPatientProbe } from './machine.ts';

const SAMPLE_MS = 5;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Creates a probe that takes SAMPLE_MS and returns these values one after the other. */
function probeReturning(...values: number[]) {
  const probe = vi.fn(async () => {
    vi.advanceTimersByTime(SAMPLE_MS);
    return values.shift() ?? Number.NaN;
  });
  return probe;
}

it('waits for a quiet moment', async () => {
  const probe = createPatientProbe(60_000, probeReturning(1.9, 0.8, 0.2, 1.5, 0.1));
  expect(await probe()).toBe(0.2);
  expect(await probe()).toBe(0.1);
});

it('does not spend all its patience in one call', async () => {
  const busy = probeReturning(...Array.from({ length: 2_001 }, () => 1.9), 0.2);
  const probe = createPatientProbe(60_000, busy);
  expect(await probe()).toBe(1.9);
  expect(busy).toHaveBeenCalledTimes(2_000);
});

it('stops waiting once its patience is used up, and returns how busy the machine is', async () => {
  const busy = probeReturning(1.1, 1.2, 1.3, 1.4);
  const probe = createPatientProbe(2.5 * SAMPLE_MS, busy);
  expect(await probe()).toBe(1.3);
  expect(await probe()).toBe(1.4);
  expect(busy).toHaveBeenCalledTimes(4);
});
