import { expect, it } from 'vitest';
import { questionsOf, wordsLike } from './words.ts';

const TEXTS = ['One word, and one more.', 'Medication'];

it('says the same words at each run, and no others', () => {
  const words = wordsLike(TEXTS)(50);
  expect(words).toEqual(wordsLike(TEXTS)(50));
  expect(new Set(words)).toEqual(new Set(['One', 'one', 'word', 'and', 'more', 'Medication']));
});

it('asks one word to five, with a slip in each third', () => {
  const questions = questionsOf((count) => Array(count).fill('detox'), 6);
  expect(questions.map((question) => question.split(' ').length)).toEqual([1, 2, 3, 4, 5, 1]);
  expect(questions[0]).toBe('deox');
  expect(questions[1]).toBe('detox detox');
});
