import { Readable } from 'node:stream';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { PublishedArticle, PublishedDocument } from '#data/published-documents.ts';
import { writeAtom } from './atom.ts';
import { writeLlmsTxt } from './llms-txt.ts';
import { writeRobotsTxt } from './robots-txt.ts';
import { writeSecurityTxt } from './security-txt.ts';
import { writeSitemap, writeSitemapIndex } from './sitemap.ts';

const origin = 'https://riverside.example';
const AWKWARD = 'Ask & answer: <b>“why”</b> \u0000\ud800]]>';

const documents: PublishedDocument[] = [
  {
    path: '/articles/ask',
    title: AWKWARD,
    summary: 'One\nline.',
    published: '2026-11-24T08:00:00.000Z',
    changed: '2026-11-25T08:00:00.000Z',
  },
  { path: '/about', title: 'About', summary: 'Us.', changed: '2026-11-20T08:00:00.000Z' },
];

const articles: PublishedArticle[] = documents.map((document) => ({ ...document, authors: [] }));

/** @throws if the XML is not well-formed */
const parseXml = (xml: string) =>
  new JSDOM(xml, { contentType: 'application/xml' }).window.document;
const texts = (xml: string, tag: string) =>
  [...parseXml(xml).getElementsByTagName(tag)].map(({ textContent }) => textContent);

const joinPieces = async (pieces: AsyncIterable<string>) =>
  (await Readable.from(pieces).toArray()).join('');

test('writes every document and its last change into the sitemap', async () => {
  const xml = await joinPieces(writeSitemap(origin, [{ path: '/' }, ...documents]));
  expect(texts(xml, 'loc')).toEqual([`${origin}/`, `${origin}/articles/ask`, `${origin}/about`]);
  expect(texts(xml, 'lastmod')).toEqual(documents.map(({ changed }) => changed));
});

test('writes a long sitemap completely, in several pieces', async () => {
  const many = Array.from({ length: 1_700 }, (_, n) => ({ path: `/articles/${n}` }));
  const pieces = await Readable.from(writeSitemap(origin, many)).toArray();
  expect(pieces.length).toBeGreaterThan(2);
  expect(texts(pieces.join(''), 'loc')).toEqual(many.map(({ path }) => origin + path));
});

test('reads addresses only while the client reads the sitemap', async () => {
  let read = 0;
  let closed = false;
  async function* endless() {
    try {
      for (;;) yield { path: `/articles/${read++}` };
    } finally {
      closed = true;
    }
  }
  const pieces = writeSitemap(origin, endless());
  await pieces.next();
  await pieces.return(undefined);
  expect(read).toBeLessThan(1_000);
  expect(closed).toBe(true);
});

test('writes the last change of each sitemap part into the index, if it is known', () => {
  const xml = writeSitemapIndex(origin, ['2026-11-25T08:00:00.000Z', undefined]);
  expect(texts(xml, 'loc')).toEqual([`${origin}/sitemaps/1.xml`, `${origin}/sitemaps/2.xml`]);
  expect(texts(xml, 'lastmod')).toEqual(['2026-11-25T08:00:00.000Z']);
});

test('writes a well-formed feed for any title, dated by its latest change', () => {
  const xml = writeAtom({ origin, siteName: 'River & side', articles });
  expect(texts(xml, 'title')).toEqual([
    'River & side',
    'Ask & answer: <b>“why”</b> \ufffd]]>',
    'About',
  ]);
  expect(texts(xml, 'updated')[0]).toBe('2026-11-25T08:00:00.000Z');
  expect(texts(xml, 'published')).toEqual(['2026-11-24T08:00:00.000Z']);
});

test('names the authors of each article in the feed, and the site for an article without authors', () => {
  const written = [
    { ...articles[0], authors: [{ label: 'Jo & Co, MD', href: '/people/jo', name: 'Jo & Co' }] },
    articles[1],
  ] as PublishedArticle[];
  const xml = writeAtom({ origin, siteName: 'Riverside', articles: written });
  const authors = [...parseXml(xml).querySelectorAll('entry > author')];
  expect(authors.map((author) => [...author.children].map((part) => part.textContent))).toEqual([
    ['Jo & Co, MD', `${origin}/people/jo`],
    ['Riverside'],
  ]);
  expect(parseXml(xml).querySelector('feed > author')).toBeNull();
});

test('writes a valid feed without articles', () => {
  const xml = writeAtom({ origin, siteName: 'Riverside', articles: [] });
  expect(texts(xml, 'entry')).toEqual([]);
  expect(texts(xml, 'updated')).toHaveLength(1);
});

test('disallows the admin and the API to crawlers, allows pages with noindex, and names the sitemap', () => {
  const rules = writeRobotsTxt(origin).split('\n');
  const disallowed = rules.flatMap((rule) => rule.match(/^Disallow: (.*)/)?.[1] ?? []);
  expect(disallowed).toEqual(['/admin', '/api/', '/preview/']);
  expect(rules).toContain('Sitemap: https://riverside.example/sitemap.xml');
});

test('writes one line per document into llms.txt, and leaves out empty parts', () => {
  const text = writeLlmsTxt({
    origin,
    siteName: 'Riverside',
    introduction: 'In plain\nwords.',
    parts: [
      { heading: 'Articles', documents: documents.slice(0, 1) },
      { heading: 'Stages', documents: [] },
    ],
  });
  expect(text).toContain('> In plain words.');
  expect(text).toMatch(
    /^- \[Ask & answer.*\]\(https:\/\/riverside\.example\/articles\/ask\): One line\.$/m,
  );
  expect(text).not.toContain('Stages');
});

test.each([
  ['2026-11-24T00:00:00Z', '2027-11-23T00:00:00Z'],
  ['2026-11-24T23:59:59.999Z', '2027-11-23T00:00:00Z'],
  // A leap year.
  ['2028-02-28T12:00:00+13:45', '2029-02-25T00:00:00Z'],
])('writes the security contact at %s, valid until %s', (now, expires) => {
  const email = 'site+help@riverside.example';
  const text = writeSecurityTxt({ email, origin, languages: ['en', 'es'], now: new Date(now) });
  expect(text).toBe(
    [
      'Contact: mailto:site%2Bhelp@riverside.example',
      `Expires: ${expires}`,
      'Preferred-Languages: en, es',
      'Canonical: https://riverside.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});
