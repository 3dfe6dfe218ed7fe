import { expect, it } from 'vitest';
import type { LexicalBody, LexicalNode } from './lexical.ts';
import { countReadingMinutes } from './reading-time.ts';

const words = (count: number): LexicalNode => ({ type: 'text', text: 'word '.repeat(count) });

const body = (...children: LexicalNode[]): LexicalBody => ({ root: { children } });

const paragraph = (...children: LexicalNode[]): LexicalNode => ({ type: 'paragraph', children });

it('counts words across the text nodes of a paragraph', () => {
  expect(countReadingMinutes(body(paragraph(words(300), words(300)), paragraph(words(400))))).toBe(
    5,
  );
});

it('counts words inside blocks', () => {
  const fields = { blockType: 'callout', body: body(paragraph(words(600))) };
  expect(countReadingMinutes(body(paragraph(words(400)), { type: 'block', fields }))).toBe(5);
});

it('is at least one minute', () => {
  expect(countReadingMinutes(body(paragraph(words(10))))).toBe(1);
  expect(countReadingMinutes(body())).toBe(1);
});
