import { expect, it } from 'vitest';
import { cpuSecondsOf, parseStat, withDescendants } from './processes.ts';

it('parses the statistics of a process whose name has spaces and brackets', () => {
  const line =
    '4242 (next (v16) s) S 17 4242 4242 0 -1 4194560 9 0 0 0 1250 75 0 0 20 0 11 0 99 1 2\n';
  expect(parseStat(line)).toEqual({
    pid: 4242,
    parent: 17,
    name: 'next (v16) s',
    cpuSeconds: 13.25,
  });
});

it('finds the descendants of a process, without its siblings', () => {
  const all = [
    { pid: 1, parent: 0 },
    { pid: 2, parent: 1 },
    { pid: 3, parent: 2 },
    { pid: 4, parent: 1 },
    { pid: 5, parent: 3 },
  ];
  expect(withDescendants([2], all).map(({ pid }) => pid)).toEqual([2, 3, 5]);
  expect(withDescendants([2, 5], all).map(({ pid }) => pid)).toEqual([2, 3, 5]);
});

it('counts the CPU time of a process', async () => {
  const before = await cpuSecondsOf([process.pid]);
  const until = performance.now() + 60;
  while (performance.now() < until);
  expect(await cpuSecondsOf([process.pid])).toBeGreaterThan(before);
});
