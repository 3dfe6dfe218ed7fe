import { expect, test } from 'vitest';
import { text, visibleText } from './text.ts';

test('what no keyboard types is left out, and lines end in one way', () => {
  expect(text('Enter a text').parse(' A\u0000\u0007 b\ud800\u202e\r\nc\td\re ')).toBe(
    'A b\nc\td\ne',
  );
});

test('pairs, joiners and marks of all scripts stay', () => {
  for (const typed of ['👩‍🚒', 'Zoë', 'e\u0301', '李小龍', 'נועה', 'می‌خواهم']) {
    expect(text('Enter a text').parse(typed)).toBe(typed);
  }
});

test('a text with nothing to see is none', () => {
  for (const typed of ['', ' \u00a0\u3000', '\u200b\u2060\ufeff', '\u0000']) {
    const { error } = visibleText('Enter a text').safeParse(typed);
    expect(error?.issues.map(({ message }) => message)).toEqual(['Enter a text']);
  }
});
