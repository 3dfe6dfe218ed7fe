import { expect, test } from 'vitest';
import type { LexicalNode } from '#domain/lexical.ts';
import type { SourceView } from '#domain/view-models.ts';
import { citedIn, giveAnchors, giveForms, giveLevels, giveNumbers } from './reading-order.ts';

const heading = (text: string): LexicalNode => ({
  type: 'heading',
  tag: 'h2',
  children: [{ type: 'text', text }],
});
const callout = (): LexicalNode => ({ type: 'block', fields: { blockType: 'callout' } });
const citation = (key: string): LexicalNode => ({
  type: 'inlineBlock',
  fields: { blockType: 'citation', key },
});
const source = (key: string): SourceView => ({ key, title: key, publisher: 'A publisher' });

test('headings with the same words have addresses of their own', () => {
  const nodes = ['Where it stands', 'Where it stands', '…'].map(heading);
  giveAnchors(nodes);
  expect(nodes.map(({ anchor }) => anchor)).toEqual([
    'where-it-stands',
    'where-it-stands-2',
    'part',
  ]);
});

const block = (blockType: string, fields: object): LexicalNode => ({
  type: 'block',
  fields: { blockType, ...fields },
});

test('a heading whose words are the address of another has one of its own', () => {
  const nodes = ['Part', 'Part', 'Part 2'].map(heading);
  giveAnchors(nodes);
  expect(nodes.map(({ anchor }) => anchor)).toEqual(['part', 'part-2', 'part-2-2']);
});

test('a block has an address by its heading, after those of the text, unless it shows nothing', () => {
  const sources = block('sources', { heading: 'Sources', list: [source('one')] });
  const questions = block('questions-and-answers', { heading: 'Questions', items: [] });
  const way = block('treatment-pathway', { heading: 'The way', stations: [{}] });
  const related = block('related-articles', { heading: 'Read on', cards: [] });
  const text = heading('Sources');
  giveAnchors([sources, questions, way, related, callout(), text]);
  expect(text.anchor).toBe('sources');
  expect([sources, questions, way, related].map(({ fields }) => fields?.anchor)).toEqual([
    'sources-2',
    'questions',
    'the-way',
    undefined,
  ]);
});

test('a callout stands below the heading before it, and skips no step without one', () => {
  const nodes = [callout(), heading('A part'), callout()];
  giveLevels(nodes);
  expect(nodes.map(({ fields }) => fields?.level)).toEqual([2, undefined, 3]);
});

test('a form that is placed twice is a form once', () => {
  const placed = (callToAction: string, show: string): LexicalNode => ({
    type: 'block',
    fields: { blockType: 'call-to-action', callToAction, show },
  });
  const nodes = [
    placed('a', 'panel'),
    placed('a', 'form'),
    placed('b', 'form'),
    placed('a', 'form'),
  ];
  giveForms(nodes);
  expect(nodes.map(({ fields }) => fields?.show)).toEqual(['panel', 'form', 'form', 'panel']);
});

test('citations are numbered by the list, and the first of each is known', () => {
  const nodes = ['two', 'one', 'gone', 'two'].map(citation);
  giveNumbers(nodes, [source('one'), source('two')]);
  expect(nodes.map(({ fields }) => [fields?.number, fields?.first])).toEqual([
    [2, true],
    [1, true],
    [undefined, undefined],
    [2, false],
  ]);
  expect(citedIn(nodes)).toEqual(new Set(['two', 'one', 'gone']));
});
