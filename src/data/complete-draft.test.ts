import { expect, it } from 'vitest';
import type { LexicalNode } from '#domain/lexical.ts';
import { completeDraft } from './complete-draft.ts';

const paragraph: LexicalNode = { type: 'paragraph', children: [] };
const block = (fields: Record<string, unknown> & { blockType: string }): LexicalNode => ({
  type: 'block',
  fields,
});
const answer = { root: { children: [paragraph] } };

const complete = (...children: LexicalNode[]) => completeDraft({ root: { children } });

it('returns an empty body for a draft without one', () => {
  expect(completeDraft(undefined)).toEqual({
    body: { root: { children: [] } },
    unfinishedBlocks: [],
  });
});

it('keeps complete blocks in their order', () => {
  const pathway = block({ blockType: 'treatment-pathway', heading: 'The way' });
  expect(complete(paragraph, pathway)).toEqual({
    body: { root: { children: [paragraph, pathway] } },
    unfinishedBlocks: [],
  });
});

it('leaves out a block with an empty required field and returns its label', () => {
  const { body, unfinishedBlocks } = complete(
    block({ blockType: 'callout', tone: 'note' }),
    paragraph,
  );
  expect(body.root.children).toEqual([paragraph]);
  expect(unfinishedBlocks).toEqual(['Callout']);
});

it('leaves out incomplete rows, and the block if no row is complete', () => {
  const questions = (...items: object[]) =>
    block({ blockType: 'questions-and-answers', heading: 'Questions', items });
  const completeRow = { question: 'How long?', answer };
  expect(complete(questions(completeRow, { question: 'And then?' })).body.root.children).toEqual([
    questions(completeRow),
  ]);
  expect(complete(questions({})).unfinishedBlocks).toEqual(['Questions and answers']);
});

it('keeps blocks of unknown types', () => {
  const unknown = block({ blockType: 'of-another-version' });
  expect(complete(unknown).body.root.children).toEqual([unknown]);
});
