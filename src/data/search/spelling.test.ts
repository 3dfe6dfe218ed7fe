import { describe, expect, it } from 'vitest';
import { nearest, slipsBetween } from './spelling.ts';

describe('slips between words', () => {
  it.each([
    ['detox', 'detox', 0],
    ['detx', 'detox', 1],
    ['dettox', 'detox', 1],
    ['ditox', 'detox', 1],
    ['deotx', 'detox', 1],
    ['outpaitent', 'outpatient', 1],
    ['buprenorfine', 'buprenorphine', 2],
    ['', 'ab', 2],
    ['ca', 'abc', 3],
  ])('%s, %s: %i', (one, other, slips) => {
    expect(slipsBetween(one, other, 3)).toBe(slips);
    expect(slipsBetween(other, one, 3)).toBe(slips);
  });

  it('are not counted to the end', () => {
    expect(slipsBetween('methadone', 'treatment', 2)).toBe(3);
    expect(slipsBetween('a', 'treatment', 2)).toBe(3);
  });
});

describe('the nearest known word', () => {
  const known = [
    { word: 'detour', texts: 9 },
    { word: 'detox', texts: 3 },
    { word: 'medication', texts: 5 },
    { word: 'meditation', texts: 2 },
    { word: 'cat', texts: 9 },
  ];

  it.each([
    ['detoc', 'detox'],
    ['medicaton', 'medication'],
    // As near to both: the more frequent.
    ['mediation', 'medication'],
    // Two slips in a short word make another word, and one in a very short one.
    ['detec', undefined],
    ['cad', undefined],
    ['medixxtion', 'medication'],
    // Another first letter makes another word of a short one, but not of a longer one.
    ['betox', undefined],
    ['netour', 'detour'],
  ])('%s: %s', (typed, expected) => {
    expect(nearest(typed, known)).toBe(expected);
    expect(nearest(typed, known.toReversed())).toBe(expected);
  });
});
