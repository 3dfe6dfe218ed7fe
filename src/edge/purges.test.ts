import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPurges, type Purges } from './purges.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const made = (purges: Purges, ...tags: string[]) => ({ tags, began: purges.now() });
const stale = (...tags: string[]) => ({ stale: tags, gone: [] });

it('makes stale what was begun before, carries that tag, and nothing else', () => {
  const purges = createPurges();
  const [a, b] = [made(purges, 'a', 'c'), made(purges, 'b')];
  purges.add(stale('a'));
  expect(purges.staleSince(a)).toBeGreaterThan(a.began);
  expect(purges.staleSince(b)).toBeUndefined();
  expect(purges.staleSince(made(purges, 'a'))).toBeUndefined();
  expect(purges.isGone(a)).toBe(false);
});

it('makes all of it stale, or gone', () => {
  const purges = createPurges();
  const kept = made(purges);
  purges.allStale();
  expect([purges.staleSince(kept) === undefined, purges.isGone(kept)]).toEqual([false, false]);
  const later = made(purges);
  purges.allGone();
  expect(purges.isGone(later)).toBe(true);
  expect(purges.isGone(made(purges))).toBe(false);
});

it('never goes back in time, nor stands still', () => {
  const purges = createPurges();
  const first = purges.now();
  vi.setSystemTime(0);
  expect(purges.now()).toBeGreaterThan(first);
  const kept = made(purges, 'a');
  purges.add(stale('a'));
  expect(purges.staleSince(kept)).toBeDefined();
  const again = createPurges(purges.saved());
  expect(again.now()).toBeGreaterThan(purges.staleSince(kept) ?? Number.NaN);
});

it('does not go back in time after a restart, when nothing was purged before', () => {
  const purges = createPurges();
  const kept = made(purges, 'a');
  vi.setSystemTime(0);
  const again = createPurges(purges.saved());
  again.add(stale('a'));
  expect(again.staleSince(kept)).toBeDefined();
});

it('knows the same after a restart', () => {
  const purges = createPurges();
  const kept = [made(purges, 'a'), made(purges, 'b'), made(purges, 'c')] as const;
  purges.add({ stale: ['a'], gone: ['b'] });
  const again = createPurges(JSON.parse(JSON.stringify(purges.saved())));
  for (const one of kept) {
    expect(again.staleSince(one)).toBe(purges.staleSince(one));
    expect(again.isGone(one)).toBe(purges.isGone(one));
  }
  expect(again.isGone(kept[1])).toBe(true);
});

it('forgets the older half of too many tags, and takes what was begun before them for purged', () => {
  const purges = createPurges();
  const early = made(purges, 'never-purged');
  for (let n = 0; n <= 20_000; n += 1) {
    purges.add({ stale: [`a:${n}`], gone: [`a:${n}:self`] });
    // The first stays in use.
    if (n === 15_000) purges.add(stale('a:0'));
  }
  const late = made(purges, 'a:1', 'a:0');
  const { floor, times } = purges.saved().stale;
  expect(times.length).toBeLessThanOrEqual(20_000);
  expect(new Map(times).has('a:0')).toBe(true);
  expect(purges.staleSince(early)).toBe(floor);
  expect(purges.isGone(early)).toBe(true);
  expect(purges.staleSince(late)).toBeUndefined();
});

it('counts every purge', () => {
  const purges = createPurges();
  const counts = [() => purges.add(stale('a')), purges.allStale, purges.allGone].map((purge) => {
    purge();
    return purges.count();
  });
  expect(new Set(counts).size).toBe(3);
});
