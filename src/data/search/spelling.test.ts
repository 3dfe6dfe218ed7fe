import { describe, expect, it } from 'vitest';
import { editDistance, findNearestWord } from './spelling.ts';

describe('the edit distance', () => {
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
  ])('of “%s” and “%s” is %i', (one, other, distance) => {
    expect(editDistance(one, other, 3)).toBe(distance);
    expect(editDistance(other, one, 3)).toBe(distance);
  });

  it('is counted up to one more than the limit', () => {
    expect(editDistance('methadone', 'treatment', 2)).toBe(3);
    expect(editDistance('a', 'treatment', 2)).toBe(3);
  });
});

describe('the nearest word', () => {
  const vocabulary = [
    { word: 'detour', documentCount: 9 },
    { word: 'detox', documentCount: 3 },
    { word: 'medication', documentCount: 5 },
    { word: 'meditation', documentCount: 2 },
    { word: 'cat', documentCount: 9 },
  ];

  it.each([
    ['detoc', 'detox'],
    ['medicaton', 'medication'],
    // Equally near to two words: the more frequent one.
    ['mediation', 'medication'],
    // Two edits make a short word another word, and one edit a very short word.
    ['detec', undefined],
    ['cad', undefined],
    ['medixxtion', 'medication'],
    // A short word with another first letter is another word; a longer one is misspelled.
    ['betox', undefined],
    ['netour', 'detour'],
  ])('to “%s” is %s', (typed, expected) => {
    expect(findNearestWord(typed, vocabulary)).toBe(expected);
    expect(findNearestWord(typed, vocabulary.toReversed())).toBe(expected);
  });
});
