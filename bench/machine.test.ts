import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { patientLook } from './machine.ts';

const LOOK_MS = 5;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What it sees, one after the other, and how often it has looked. */
function looking(...seen: number[]) {
  const look = vi.fn(async () => {
    vi.advanceTimersByTime(LOOK_MS);
    return seen.shift() ?? Number.NaN;
  });
  return look;
}

it('waits for a quiet moment', async () => {
  const look = patientLook(60_000, looking(1.9, 0.8, 0.2, 1.5, 0.1));
  expect(await look()).toBe(0.2);
  expect(await look()).toBe(0.1);
});

it('does not spend all its patience at once', async () => {
  const busy = looking(...Array.from({ length: 2_001 }, () => 1.9), 0.2);
  const look = patientLook(60_000, busy);
  expect(await look()).toBe(1.9);
  expect(busy).toHaveBeenCalledTimes(2_000);
});

it('does not wait once its patience is used up, and tells how busy it is', async () => {
  const busy = looking(1.1, 1.2, 1.3, 1.4);
  const look = patientLook(2.5 * LOOK_MS, busy);
  expect(await look()).toBe(1.3);
  expect(await look()).toBe(1.4);
  expect(busy).toHaveBeenCalledTimes(4);
});
