import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPurges, type Purges } from './purges.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const response = (purges: Purges, ...tags: string[]) => ({ tags, requestedAt: purges.now() });
const softPurge = (...tags: string[]) => ({ stale: tags, gone: [] });

it('makes earlier responses with the tag stale, and no others', () => {
  const purges = createPurges();
  const [a, b] = [response(purges, 'a', 'c'), response(purges, 'b')];
  purges.add(softPurge('a'));
  expect(purges.staleSince(a)).toBeGreaterThan(a.requestedAt);
  expect(purges.staleSince(b)).toBeUndefined();
  expect(purges.staleSince(response(purges, 'a'))).toBeUndefined();
  expect(purges.isGone(a)).toBe(false);
});

it('makes the whole cache stale, or gone', () => {
  const purges = createPurges();
  const earlier = response(purges);
  purges.markAllStale();
  expect([purges.staleSince(earlier) === undefined, purges.isGone(earlier)]).toEqual([
    false,
    false,
  ]);
  const later = response(purges);
  purges.markAllGone();
  expect(purges.isGone(later)).toBe(true);
  expect(purges.isGone(response(purges))).toBe(false);
});

it('returns a later time with each call, even if the clock is set back', () => {
  const purges = createPurges();
  const first = purges.now();
  vi.setSystemTime(0);
  expect(purges.now()).toBeGreaterThan(first);
  const tagged = response(purges, 'a');
  purges.add(softPurge('a'));
  expect(purges.staleSince(tagged)).toBeDefined();
  const restarted = createPurges(purges.snapshot());
  expect(restarted.now()).toBeGreaterThan(purges.staleSince(tagged) ?? Number.NaN);
});

it('keeps its time after a restart without any purge before', () => {
  const purges = createPurges();
  const tagged = response(purges, 'a');
  vi.setSystemTime(0);
  const restarted = createPurges(purges.snapshot());
  restarted.add(softPurge('a'));
  expect(restarted.staleSince(tagged)).toBeDefined();
});

it('returns the same after a restart', () => {
  const purges = createPurges();
  const responses = [response(purges, 'a'), response(purges, 'b'), response(purges, 'c')] as const;
  purges.add({ stale: ['a'], gone: ['b'] });
  const restarted = createPurges(JSON.parse(JSON.stringify(purges.snapshot())));
  for (const tagged of responses) {
    expect(restarted.staleSince(tagged)).toBe(purges.staleSince(tagged));
    expect(restarted.isGone(tagged)).toBe(purges.isGone(tagged));
  }
  expect(restarted.isGone(responses[1])).toBe(true);
});

it('drops the older half of too many tags, and treats earlier responses as purged', () => {
  const purges = createPurges();
  const early = response(purges, 'never-purged');
  for (let n = 0; n <= 20_000; n += 1) {
    purges.add({ stale: [`a:${n}`], gone: [`a:${n}:self`] });
    // Purged again, so that it is among the newer half.
    if (n === 15_000) purges.add(softPurge('a:0'));
  }
  const late = response(purges, 'a:1', 'a:0');
  const { floor, times } = purges.snapshot().stale;
  expect(times.length).toBeLessThanOrEqual(20_000);
  expect(new Map(times).has('a:0')).toBe(true);
  expect(purges.staleSince(early)).toBe(floor);
  expect(purges.isGone(early)).toBe(true);
  expect(purges.staleSince(late)).toBeUndefined();
});

it('starts a generation with every purge', () => {
  const purges = createPurges();
  const generations = [
    () => purges.add(softPurge('a')),
    purges.markAllStale,
    purges.markAllGone,
  ].map((purge) => {
    purge();
    return purges.generation();
  });
  expect(new Set(generations).size).toBe(3);
});
