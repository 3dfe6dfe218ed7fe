import { expect, it } from 'vitest';
import type { LexicalBody, LexicalNode } from './lexical.ts';
import { minutesToRead } from './reading-time.ts';

const words = (count: number): LexicalNode => ({ type: 'text', text: 'word '.repeat(count) });

const body = (...children: LexicalNode[]): LexicalBody => ({ root: { children } });

const paragraph = (...children: LexicalNode[]): LexicalNode => ({ type: 'paragraph', children });

it('counts words, however many texts a paragraph is made of', () => {
  expect(minutesToRead(body(paragraph(words(300), words(300)), paragraph(words(400))))).toBe(5);
});

it('counts what stands in blocks', () => {
  const fields = { blockType: 'callout', body: body(paragraph(words(600))) };
  expect(minutesToRead(body(paragraph(words(400)), { type: 'block', fields }))).toBe(5);
});

it('takes a minute for a few words, or none', () => {
  expect(minutesToRead(body(paragraph(words(10))))).toBe(1);
  expect(minutesToRead(body())).toBe(1);
});
