import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACCOUNTS } from './demo/accounts.ts';
import { ARTICLES } from './demo/articles.ts';
import { CALLS_TO_ACTION } from './demo/calls-to-action.ts';
import { DEMO_GLOBALS } from './demo/globals.ts';
import { DEMO_PAGES } from './demo/pages.ts';
import { PEOPLE } from './demo/people.ts';
import { PICTURES } from './demo/pictures.ts';
import { SOURCES } from './demo/sources.ts';
import { TOPICS } from './demo/topics.ts';
import { TEXT_MESSAGES_CONSENT } from './essentials/consent.ts';
import { ESSENTIAL_GLOBALS } from './essentials/globals.ts';
import { LEGAL_PAGES } from './essentials/pages.ts';
import { STAGE_PICTURES } from './essentials/pictures.ts';
import { STAGES } from './essentials/stages.ts';

/** Terms to avoid for people, tests and treatment, and terms outside the product's tone of voice. */
const AVOIDED_TERMS = [
  /\b(?:ex-?|former )?addicts?\b/i,
  /\baddicted\b/i,
  /\b(?:drug |alcohol |substance )?abuse(?:rs?|d)?\b/i,
  /\balcoholics?\b/i,
  /\b(?:drug|substance|opioid|heroin) users?\b/i,
  /\bhabits?\b/i,
  /\bmedication-assisted\b/i,
  /\breplacement (?:therapy|treatment)\b/i,
  /\bopioid replacement\b/i,
  /\brelaps(?:e[sd]?|ing)\b/i,
  /\bjourneys?\b/i,
  /\bbattl(?:e[sd]?|ing)\b/i,
  /\bmedically reviewed\b/i,
  /\breviewedBy\b/,
  /\bplease wait\b/i,
];

/** Terms to avoid in texts; in code, these words have other meanings. */
const AVOIDED_IN_TEXTS = [/\busers?\b/i, /\b(?:clean|dirty)\b/i, /!/];

const TITLES = Object.values(SOURCES).flatMap(({ title, publisher }) => [title, publisher]);

/** Removes titles of works and proper names, which may contain any term. */
const withoutTitles = (text: string): string =>
  [...TITLES, 'National Institute on Drug Abuse'].reduce(
    (rest, title) => rest.replaceAll(title, ''),
    text,
  );

const findTerms = (text: string, patterns: RegExp[]): string[] =>
  patterns.flatMap((pattern) => withoutTitles(text).match(pattern)?.[0] ?? []);

/** Yields all strings in a document. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* stringsIn(inner);
  }
}

const documents = {
  ARTICLES,
  STAGES,
  LEGAL_PAGES,
  DEMO_PAGES,
  CALLS_TO_ACTION,
  TOPICS,
  PEOPLE,
  ACCOUNTS,
  PICTURES,
  STAGE_PICTURES,
  ESSENTIAL_GLOBALS,
  DEMO_GLOBALS,
  TEXT_MESSAGES_CONSENT,
};

it('finds terms to avoid, except in titles of works', () => {
  expect(
    findTerms('A clean test of a drug abuser!', [...AVOIDED_TERMS, ...AVOIDED_IN_TEXTS]),
  ).toEqual(['drug abuser', 'clean', '!']);
  expect(findTerms(`See ${SOURCES['samhsa-tip-47'].title}.`, AVOIDED_TERMS)).toEqual([]);
});

it.each(Object.entries(documents))('uses person-first language in %s', (_, seeds) => {
  const violations = [...stringsIn(seeds)].flatMap((text) =>
    findTerms(text, [...AVOIDED_TERMS, ...AVOIDED_IN_TEXTS]).map((term) => `${term}: ${text}`),
  );
  expect(violations).toEqual([]);
});

it('uses person-first language in the interface and the documentation', () => {
  const files = globSync('{*.md,collections/**/*.ts,globals/**/*.ts,src/**/*.{ts,tsx}}', {
    // The search vocabulary has the words that visitors type.
    exclude: ['**/*.test.*', 'src/payload-types.ts', 'src/data/search/languages/**'],
  });
  const violations = files.flatMap((file) =>
    findTerms(readFileSync(file, 'utf8'), AVOIDED_TERMS).map((term) => `${term}: ${file}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(violations).toEqual([]);
});

it('contains no exclamation marks', () => {
  const files = globSync('{collections,globals,src}/**/*.{ts,tsx}', { exclude: ['**/*.test.*'] });
  const exclamations = files.flatMap((file) =>
    (readFileSync(file, 'utf8').match(/[\p{L}”’]!(?=['"`<\s]|$)/gmu) ?? []).map(
      (words) => `${words}: ${file}`,
    ),
  );
  expect(exclamations).toEqual([]);
});
