import { expect, it } from 'vitest';
import { createQueries, createWordSource } from './queries.ts';

const TEXTS = ['One word, and one more.', 'Medication'];

it('returns the same words of the texts at each run', () => {
  const words = createWordSource(TEXTS)(50);
  expect(words).toEqual(createWordSource(TEXTS)(50));
  expect(new Set(words)).toEqual(new Set(['One', 'one', 'word', 'and', 'more', 'Medication']));
});

it('creates queries of one to five words, with a typo in every third', () => {
  const queries = createQueries((count) => Array(count).fill('detox'), 6);
  expect(queries.map((query) => query.split(' ').length)).toEqual([1, 2, 3, 4, 5, 1]);
  expect(queries[0]).toBe('deox');
  expect(queries[1]).toBe('detox detox');
});
