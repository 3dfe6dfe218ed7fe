import { expect, test } from 'vitest';
import type { LexicalNode } from '#domain/lexical.ts';
import type { SourceView } from '#domain/view-models.ts';
import {
  assignAnchors,
  assignHeadingLevels,
  citedSourceKeys,
  numberCitations,
  replaceRepeatedForms,
} from './reading-order.ts';

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

test('gives headings with the same text different anchors', () => {
  const nodes = ['Where it stands', 'Where it stands', '…'].map(heading);
  assignAnchors(nodes);
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

test('gives a heading another anchor if its text equals a numbered anchor', () => {
  const nodes = ['Part', 'Part', 'Part 2'].map(heading);
  assignAnchors(nodes);
  expect(nodes.map(({ anchor }) => anchor)).toEqual(['part', 'part-2', 'part-2-2']);
});

test('gives blocks anchors after the headings of the text, but none to a block that shows nothing', () => {
  const sources = block('sources', { heading: 'Sources', list: [source('one')] });
  const questions = block('questions-and-answers', { heading: 'Questions', items: [] });
  const pathway = block('treatment-pathway', { heading: 'The way', stages: [{}] });
  const related = block('related-articles', { heading: 'Read on', cards: [] });
  const text = heading('Sources');
  assignAnchors([sources, questions, pathway, related, callout(), text]);
  expect(text.anchor).toBe('sources');
  expect([sources, questions, pathway, related].map(({ fields }) => fields?.anchor)).toEqual([
    'sources-2',
    'questions',
    'the-way',
    undefined,
  ]);
});

test('gives a callout the level below the heading before it, and level 2 without one', () => {
  const nodes = [callout(), heading('A part'), callout()];
  assignHeadingLevels(nodes);
  expect(nodes.map(({ fields }) => fields?.level)).toEqual([2, undefined, 3]);
});

test('replaces a repeated form with a panel', () => {
  const callToActionBlock = (callToAction: string, show: string): LexicalNode => ({
    type: 'block',
    fields: { blockType: 'call-to-action', callToAction, show },
  });
  const nodes = [
    callToActionBlock('a', 'panel'),
    callToActionBlock('a', 'form'),
    callToActionBlock('b', 'form'),
    callToActionBlock('a', 'form'),
  ];
  replaceRepeatedForms(nodes);
  expect(nodes.map(({ fields }) => fields?.show)).toEqual(['panel', 'form', 'form', 'panel']);
});

test('numbers citations by the list of sources and marks the first of each source', () => {
  const nodes = ['two', 'one', 'gone', 'two'].map(citation);
  numberCitations(nodes, [source('one'), source('two')]);
  expect(nodes.map(({ fields }) => [fields?.number, fields?.first])).toEqual([
    [2, true],
    [1, true],
    [undefined, undefined],
    [2, false],
  ]);
  expect(citedSourceKeys(nodes)).toEqual(new Set(['two', 'one', 'gone']));
});
