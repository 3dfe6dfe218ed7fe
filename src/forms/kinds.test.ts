import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { ANSWER_FIELDS, FREE_TEXT_FIELDS, pickAnswers } from './kinds.ts';

it.each(SUBMISSION_KINDS)('the form of %s has a test, beside its schema', (kind) => {
  expect(existsSync(new URL(`${kind}/${kind}.test.ts`, import.meta.url))).toBe(true);
});

it('lists the fields of all kinds once', () => {
  expect([...ANSWER_FIELDS].sort()).toEqual([
    'bestTime',
    'contactWishes',
    'email',
    'message',
    'name',
    'phone',
    'slot',
  ]);
  expect([...FREE_TEXT_FIELDS].sort()).toEqual(['contactWishes', 'message']);
});

it('picks the fields of a kind, and leaves out custom questions and empty values', () => {
  const answers = { name: 'A', email: undefined, message: null, 'question-1': 'x', phone: '' };
  expect(pickAnswers(answers)).toEqual({ name: 'A', phone: '' });
});
