import { expect, it } from 'vitest';
import type { LexicalNode } from '#domain/lexical.ts';
import { extractTexts, type RawDocument } from './document-texts.ts';

const extract = (...children: unknown[]) => {
  const body = { root: { children: children as LexicalNode[] } };
  return extractTexts({ _id: 1, title: 'A title', body } as RawDocument, (value) => value);
};

const text = (words: string) => ({ type: 'text', text: words });

it('separates the words of different lines', () => {
  const children = [text('Call us'), { type: 'linebreak' }, text('methadone helps')];
  expect(extract({ type: 'paragraph', children }).body).toBe('Call us\nmethadone helps');
});

it('reads the intact parts of a damaged text', () => {
  const broken = [
    { type: 'paragraph', children: null },
    { type: 'block', fields: null },
    { type: 'paragraph', children: [text('Words.')] },
  ];
  expect(extract(...broken)).toMatchObject({ title: 'A title', body: 'Words.' });
});
