import { expect, it } from 'vitest';
import { eachNode, textOf } from '#domain/lexical.ts';
import { LEGAL_PAGES } from '../essentials/pages.ts';
import { STAGES } from '../essentials/stages.ts';
import type { Body } from '../rich-text-markup.ts';
import { ARTICLES } from './articles.ts';
import { DEMO_PAGES } from './pages.ts';

const TARGET = 8;

/**
 * Returns the Flesch-Kincaid grade: the years of school that a text requires.
 *
 * Source: Kincaid JP et al., Derivation of New Readability Formulas for Navy Enlisted Personnel,
 * Research Branch Report 8-75, 1975.
 */
function gradeOf(sentences: string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

const wordsOf = (sentence: string): string[] =>
  sentence.replace(/[’']/g, '').match(/[\p{L}\d]+/gu) ?? [];

/** Estimates syllables from the spelling: groups of vowels without the silent ones. A number counts as one. */
function syllablesIn(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/(?<![td])ed$/, 'd')
    .replace(/(?<![cgsxz]|[cs]h|[^aeiouy]l)es$/, 's')
    .replace(/(?<![^aeiouy]l)e$/, '')
    .replace(/(?<![cgst])i(?=[aou])|(?<=[aeiouy])(?=ing$)/g, '$&-');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/** Returns the sentences of paragraphs and list items. Headings would lower the grade, so they are left out. */
const sentencesOf = (body: Body): string[] =>
  [...eachNode(body)]
    .filter(({ type }) => type === 'paragraph' || type === 'listitem')
    .flatMap((node) => textOf(node).split(/(?<=[.?!:][”’)]*)\s+(?=[“‘([]*[\p{Lu}\d[])/u))
    .filter((sentence) => wordsOf(sentence).length > 0);

it.each([
  ['The cat sat on the mat.', -1.45],
  ['Participation necessitates documentation.', 40.65],
])('grades “%s”', (sentence, expected) => {
  expect(gradeOf([sentence])).toBeCloseTo(expected, 1);
});

it.each([
  ['cat', 1],
  ['make', 1],
  ['table', 2],
  ['stopped', 1],
  ['needed', 2],
  ['makes', 1],
  ['nurses', 2],
  ['people', 2],
  ['being', 2],
  ['various', 3],
  ['recovery', 4],
  ['medication', 4],
])('counts the syllables of %s', (word, count) => {
  expect(syllablesIn(word)).toBe(count);
});

const texts: [slug: string, body: Body][] = [
  ...[...ARTICLES, ...DEMO_PAGES, ...LEGAL_PAGES].map(({ slug, body }): [string, Body] => [
    slug,
    body,
  ]),
  ...STAGES.map(({ slug, whatHappens }): [string, Body] => [slug, whatHappens]),
];

it.each(texts)('%s can be read with eight years of school', (slug, body) => {
  const readingGrade = gradeOf(sentencesOf(body));
  console.log(`${slug}: grade ${readingGrade.toFixed(1)}`);
  expect(readingGrade).toBeLessThanOrEqual(TARGET);
});
