import { expect, it } from 'vitest';
import type { LexicalNode } from '#domain/lexical.ts';
import { completeDraft } from './complete-draft.ts';

const words: LexicalNode = { type: 'paragraph', children: [] };
const block = (fields: Record<string, unknown> & { blockType: string }): LexicalNode => ({
  type: 'block',
  fields,
});
const answer = { root: { children: [words] } };

const show = (...children: LexicalNode[]) => completeDraft({ root: { children } });

it('shows a draft without a text as an empty one', () => {
  expect(completeDraft(undefined)).toEqual({ body: { root: { children: [] } }, unfinished: [] });
});

it('keeps what is filled in, in its order', () => {
  const pathway = block({ blockType: 'treatment-pathway', heading: 'The way' });
  expect(show(words, pathway)).toEqual({
    body: { root: { children: [words, pathway] } },
    unfinished: [],
  });
});

it('leaves out a block in which something required is missing, and names it', () => {
  const { body, unfinished } = show(block({ blockType: 'callout', tone: 'note' }), words);
  expect(body.root.children).toEqual([words]);
  expect(unfinished).toEqual(['Callout']);
});

it('leaves out unfinished rows, and the block with the last of them', () => {
  const questions = (...items: object[]) =>
    block({ blockType: 'questions-and-answers', heading: 'Questions', items });
  const whole = { question: 'How long?', answer };
  expect(show(questions(whole, { question: 'And then?' })).body.root.children).toEqual([
    questions(whole),
  ]);
  expect(show(questions({})).unfinished).toEqual(['Questions and answers']);
});

it('passes on blocks that it does not know', () => {
  const unknown = block({ blockType: 'of-another-version' });
  expect(show(unknown).body.root.children).toEqual([unknown]);
});
