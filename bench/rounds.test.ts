import { expect, it } from 'vitest';
import { rotate } from './rounds.ts';

it('starts each round with the next item, and includes all', () => {
  expect([0, 1, 2, 3].map((round) => rotate(['a', 'b', 'c'], round).join(''))).toEqual([
    'abc',
    'bca',
    'cab',
    'abc',
  ]);
  expect(rotate([], 1)).toEqual([]);
});
