import { expect, it } from 'vitest';
import { inTurn } from './rounds.ts';

it('begins each round with another one, and takes all', () => {
  expect([0, 1, 2, 3].map((round) => inTurn(['a', 'b', 'c'], round).join(''))).toEqual([
    'abc',
    'bca',
    'cab',
    'abc',
  ]);
  expect(inTurn([], 1)).toEqual([]);
});
