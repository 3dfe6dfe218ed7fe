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

/** What is not said of people, of tests or of treatment; and what the product's voice leaves out. */
const NOT_SAID = [
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

/** Of short words that mean other things in a program than they do in a text. */
const NOT_SAID_IN_TEXTS = [/\busers?\b/i, /\b(?:clean|dirty)\b/i, /!/];

const TITLES = Object.values(SOURCES).flatMap(({ title, publisher }) => [title, publisher]);

/** Titles of works and proper names stay as they are. */
const withoutTitles = (text: string): string =>
  [...TITLES, 'National Institute on Drug Abuse'].reduce(
    (rest, title) => rest.replaceAll(title, ''),
    text,
  );

const found = (text: string, patterns: RegExp[]): string[] =>
  patterns.flatMap((pattern) => withoutTitles(text).match(pattern)?.[0] ?? []);

/** The values of a document that somebody reads. */
function* wordsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* wordsOf(inner);
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

it('notices what is not said, but in titles of works', () => {
  expect(found('A clean test of a drug abuser!', [...NOT_SAID, ...NOT_SAID_IN_TEXTS])).toEqual([
    'drug abuser',
    'clean',
    '!',
  ]);
  expect(found(`See ${SOURCES['samhsa-tip-47'].title}.`, NOT_SAID)).toEqual([]);
});

it.each(Object.entries(documents))('puts the person first in %s', (_, seeds) => {
  const said = [...wordsOf(seeds)].flatMap((text) =>
    found(text, [...NOT_SAID, ...NOT_SAID_IN_TEXTS]).map((term) => `${term}: ${text}`),
  );
  expect(said).toEqual([]);
});

it('puts the person first in the words of the interface, and in the documents', () => {
  const files = globSync('{*.md,collections/**/*.ts,globals/**/*.ts,src/**/*.{ts,tsx}}', {
    // What people type into the search is theirs to say.
    exclude: ['**/*.test.*', 'src/payload-types.ts', 'src/data/search/words/**'],
  });
  const said = files.flatMap((file) =>
    found(readFileSync(file, 'utf8'), NOT_SAID).map((term) => `${term}: ${file}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(said).toEqual([]);
});

it('raises its voice nowhere', () => {
  const files = globSync('{collections,globals,src}/**/*.{ts,tsx}', { exclude: ['**/*.test.*'] });
  const raised = files.flatMap((file) =>
    (readFileSync(file, 'utf8').match(/[\p{L}”’]!(?=['"`<\s]|$)/gmu) ?? []).map(
      (words) => `${words}: ${file}`,
    ),
  );
  expect(raised).toEqual([]);
});
