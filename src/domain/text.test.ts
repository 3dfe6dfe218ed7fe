import { expect, test } from 'vitest';
import { textSchema, visibleTextSchema } from './text.ts';

test('removes characters that nobody can type, and normalizes line ends', () => {
  expect(textSchema('Enter a text').parse(' A\u0000\u0007 b\ud800\u202e\r\nc\td\re ')).toBe(
    'A b\nc\td\ne',
  );
});

test('preserves surrogate pairs, joiners and marks of all scripts', () => {
  for (const typed of ['👩‍🚒', 'Zoë', 'e\u0301', '李小龍', 'נועה', 'می‌خواهم']) {
    expect(textSchema('Enter a text').parse(typed)).toBe(typed);
  }
});

test('rejects text without a visible character', () => {
  for (const typed of ['', ' \u00a0\u3000', '\u200b\u2060\ufeff', '\u0000']) {
    const { error } = visibleTextSchema('Enter a text').safeParse(typed);
    expect(error?.issues.map(({ message }) => message)).toEqual(['Enter a text']);
  }
});
