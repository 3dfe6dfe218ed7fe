import { expect, it } from 'vitest';
import type { LexicalBody, LexicalNode } from './lexical.ts';
import { countReadingMinutes } from './reading-time.ts';

const words = (count: number): LexicalNode => ({ type: 'text', text: 'word '.repeat(count) });

const body = (...children: LexicalNode[]): LexicalBody => ({ root: { children } });

const BLOCKS = { callout: { heading: 'text' } } as const;

const paragraph = (...children: LexicalNode[]): LexicalNode => ({ type: 'paragraph', children });

it('counts words across the text nodes of a paragraph', () => {
  const text = body(paragraph(words(300), words(300)), paragraph(words(400)));
  expect(countReadingMinutes(text, BLOCKS)).toBe(5);
});

it('counts words inside blocks, in their rich texts and in their other texts', () => {
  const heading = 'word '.repeat(200);
  const fields = { blockType: 'callout', heading, body: body(paragraph(words(400))) };
  const text = body(paragraph(words(400)), { type: 'block', fields });
  expect(countReadingMinutes(text, BLOCKS)).toBe(5);
});

it('is at least one minute', () => {
  expect(countReadingMinutes(body(paragraph(words(10))), BLOCKS)).toBe(1);
  expect(countReadingMinutes(body(), BLOCKS)).toBe(1);
});
