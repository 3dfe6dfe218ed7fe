import { expect, it } from 'vitest';
import { extractTexts } from './document-texts.ts';

const TEXTS = {
  fields: { title: 'title', lead: 'summary', place: 'text', text: 'text', secret: 'none' },
  blocks: { facts: { heading: 'text', term: 'heading', detail: 'text', url: 'none' } },
} as const;

const extractDocument = (doc: object) =>
  extractTexts({ _id: 1, ...doc }, TEXTS, (value: unknown) => value);

const extract = (...children: unknown[]) =>
  extractDocument({ title: 'A title', text: { root: { children } } });

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (words: string) => ({ type: 'paragraph', children: [text(words)] });

it('reads the fields of a document by their use', () => {
  const doc = { title: 'Title', lead: 'Lead', place: 'Place', secret: 'Secret', other: 'Other' };
  expect(extractDocument({ ...doc, text: { root: { children: [paragraph('Words.')] } } })).toEqual({
    title: 'Title',
    summary: 'Lead',
    headings: '',
    body: 'Place\nWords.',
  });
});

it('reads the fields of a block and of its rows by their use', () => {
  const facts = [
    { term: 'Hours', detail: 'Nine', url: 'https://example.org' },
    { term: 'Days', detail: 3 },
  ];
  const fields = { blockType: 'facts', heading: 'Facts', facts, note: 'Of another version' };
  expect(extract({ type: 'block', fields })).toMatchObject({
    headings: 'Hours\nDays',
    body: 'Facts\nHours\nDays\nNine',
  });
});

it('reads the rich texts of a block, also of an unknown one', () => {
  const answer = { root: { children: [paragraph('Yes.')] } };
  const fields = { blockType: 'toString', heading: 'Unread', items: [{ answer }] };
  expect(extract({ type: 'block', fields }).body).toBe('Yes.');
});

it('separates the words of different lines', () => {
  const children = [text('Call us'), { type: 'linebreak' }, text('methadone helps')];
  expect(extract({ type: 'paragraph', children }).body).toBe('Call us\nmethadone helps');
});

it('reads the intact parts of a damaged text', () => {
  const broken = [
    { type: 'paragraph', children: null },
    { type: 'block', fields: null },
    { type: 'block', fields: { blockType: 'facts', heading: {}, facts: [1] } },
    paragraph('Words.'),
  ];
  expect(extract(...broken)).toMatchObject({ title: 'A title', body: 'Words.' });
});
