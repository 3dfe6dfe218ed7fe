import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findWordingProblems } from '#domain/consent-wording-template.ts';
import { eachNode } from '#domain/lexical.ts';
import { RESERVED_SLUGS } from '#domain/site-paths.ts';
import { isSlug } from '#domain/slug.ts';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { ARTICLES } from './demo/articles.ts';
import { CALLS_TO_ACTION } from './demo/calls-to-action.ts';
import { DEMO_GLOBALS } from './demo/globals.ts';
import { DEMO_PAGES } from './demo/pages.ts';
import { PEOPLE } from './demo/people.ts';
import { PICTURES } from './demo/pictures.ts';
import { REDIRECTS } from './demo/redirects.ts';
import { SOURCES } from './demo/sources.ts';
import { TOPICS } from './demo/topics.ts';
import { articleData, personData, redirectData, stageData } from './document-data.ts';
import { TEXT_MESSAGES_CONSENT } from './essentials/consent.ts';
import { ESSENTIAL_GLOBALS } from './essentials/globals.ts';
import { LEGAL_PAGES } from './essentials/pages.ts';
import { STAGE_PICTURES } from './essentials/pictures.ts';
import { STAGES } from './essentials/stages.ts';
import type { Body, Ref } from './rich-text-markup.ts';

type Named = { slug: string };

const names = (collection: string, documents: Named[]) =>
  documents.map(({ slug }) => `${collection}/${slug}`);

const pictures = (all: { name: string }[]) => all.map(({ name }) => `media/${name}`);

/** Yields the references in documents as `collection/slug`. */
function* refsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('$ref' in value) {
    const { collection, slug } = (value as Ref).$ref;
    yield `${collection}/${slug}`;
  }
  for (const inner of Object.values(value)) yield* refsIn(inner);
}

const ESSENTIALS = [
  ...names('treatment-stages', STAGES),
  ...names('pages', LEGAL_PAGES),
  ...pictures(STAGE_PICTURES),
];

const ALL = [
  ...ESSENTIALS,
  ...names('articles', ARTICLES),
  ...names('pages', DEMO_PAGES),
  ...names('calls-to-action', CALLS_TO_ACTION),
  ...names('people', PEOPLE),
  ...names('topics', TOPICS),
  ...pictures(PICTURES),
];

const essentials = [STAGES.map(stageData), LEGAL_PAGES, ESSENTIAL_GLOBALS];
const demo = [
  ARTICLES.map(articleData),
  DEMO_PAGES,
  PEOPLE.map(personData),
  REDIRECTS.map(redirectData),
  DEMO_GLOBALS,
];

it('references only documents that it adds', () => {
  const missing = (documents: unknown, there: string[]) =>
    [...refsIn(documents)].filter((name) => !there.includes(name));
  expect(missing(essentials, ESSENTIALS)).toEqual([]);
  expect(missing(demo, ALL)).toEqual([]);
  expect([...refsIn(demo)].length).toBeGreaterThan(100);
});

it('gives each document a unique slug', () => {
  expect(new Set(ALL).size).toBe(ALL.length);
  expect(ALL.filter((name) => !isSlug(name.split('/')[1] ?? ''))).toEqual([]);
  const pages = [...LEGAL_PAGES, ...DEMO_PAGES].map(({ slug }) => slug);
  expect(pages.filter((slug) => (RESERVED_SLUGS as readonly string[]).includes(slug))).toEqual([]);
});

it('has an illustration and alternative text for every picture', () => {
  for (const { name, folder, alt } of [...STAGE_PICTURES, ...PICTURES]) {
    expect(existsSync(new URL(`${name}.svg`, folder)), name).toBe(true);
    expect(alt.length).toBeGreaterThan(30);
    expect(alt.length).toBeLessThanOrEqual(250);
  }
});

it('has a call to action of each kind, named like it', () => {
  expect(CALLS_TO_ACTION.map(({ slug }) => slug)).toEqual([...SUBMISSION_KINDS]);
  expect(CALLS_TO_ACTION.map(({ kind }) => kind)).toEqual([...SUBMISSION_KINDS]);
});

it('asks for consent in a complete wording', () => {
  expect(findWordingProblems(TEXT_MESSAGES_CONSENT.wording)).toEqual([]);
});

it('contains only fictional phone numbers, except for crisis lines', () => {
  const numbers = JSON.stringify([demo, essentials]).match(/\(?\b\d{3}\)?[ -]\d{3}-\d{4}/g) ?? [];
  const real = ['800-662-4357', '800-487-4889'];
  expect(numbers.length).toBeGreaterThan(3);
  expect(numbers.filter((n) => !real.includes(n) && !/555-01\d\d$/.test(n))).toEqual([]);
});

const citedIn = (body: Body): string[] =>
  [...eachNode(body)]
    .filter(({ type, fields }) => type === 'inlineBlock' && fields?.blockType === 'citation')
    .map(({ fields }) => String(fields?.key));

it.each(ARTICLES.map((article) => [article.slug, article] as const))(
  '%s cites exactly its listed sources, in the order of the list',
  (_, { body, citations }) => {
    expect([...new Set(citedIn(body))]).toEqual(citations.map(({ key }) => key));
    for (const source of citations) expect(Object.values(SOURCES)).toContain(source);
  },
);

it('cites no source in pages and stages, which have no list of sources', () => {
  const bodies = [
    ...[...LEGAL_PAGES, ...DEMO_PAGES].map(({ body }) => body),
    ...STAGES.flatMap(({ whatHappens, whatComesNext }) => [whatHappens, whatComesNext]),
  ];
  expect(bodies.flatMap(citedIn)).toEqual([]);
});

it('keeps texts within the maximum length of their fields', () => {
  const described = [...ARTICLES, ...STAGES, ...LEGAL_PAGES, ...DEMO_PAGES];
  for (const { slug, summary, seo } of described) {
    expect(summary.length, slug).toBeLessThanOrEqual(300);
    expect(seo.title.length, slug).toBeLessThanOrEqual(60);
    expect(seo.description.length, slug).toBeLessThanOrEqual(155);
  }
});

it('explains intensive outpatient treatment in the required order', () => {
  const explainer = ARTICLES.find(
    ({ slug }) => slug === 'understanding-intensive-outpatient-treatment',
  );
  const parts = (explainer?.body.root.children ?? []).flatMap((node) => {
    const fields = (node.fields ?? {}) as { blockType?: string; callToAction?: Ref; tone?: string };
    if (node.type === 'heading') return JSON.stringify(node).match(/"text":"([^"]+)"/)?.[1] ?? [];
    if (fields.blockType === 'call-to-action') return fields.callToAction?.$ref.slug ?? [];
    return fields.tone ?? fields.blockType ?? [];
  });
  expect(explainer?.title).toBe('Understanding intensive outpatient treatment for addiction');
  expect(parts).toEqual([
    'media',
    'What treatment is made of',
    'Why there are so many of these programs',
    'Whom it suits',
    'It begins with a call for help',
    'safety',
    'Then the work with feelings and behavior',
    'Where the IOP stands',
    'questions-and-answers',
    'treatment-pathway',
    'related-articles',
    'Ways to reach a person',
    ...SUBMISSION_KINDS,
    'sources',
  ]);
});
