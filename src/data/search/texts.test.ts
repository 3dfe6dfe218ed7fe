import { expect, it } from 'vitest';
import type { LexicalNode } from '#domain/lexical.ts';
import { type Stored, textsOf } from './texts.ts';

const read = (...children: unknown[]) => {
  const body = { root: { children: children as LexicalNode[] } };
  return textsOf({ _id: 1, title: 'A title', body } as Stored, (value) => value);
};

const text = (words: string) => ({ type: 'text', text: words });

it('keeps words apart that stand on lines of their own', () => {
  const children = [text('Call us'), { type: 'linebreak' }, text('methadone helps')];
  expect(read({ type: 'paragraph', children }).body).toBe('Call us\nmethadone helps');
});

it('reads what is there of a text that has lost some of its parts', () => {
  const broken = [
    { type: 'paragraph', children: null },
    { type: 'block', fields: null },
    { type: 'paragraph', children: [text('Words.')] },
  ];
  expect(read(...broken)).toMatchObject({ title: 'A title', body: 'Words.' });
});
