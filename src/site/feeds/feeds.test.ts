import { Readable } from 'node:stream';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Published, Written } from '#data/published-documents.ts';
import { writeAtom } from './atom.ts';
import { writeLlms } from './llms.ts';
import { writeRobots } from './robots.ts';
import { writeSecurity } from './security.ts';
import { writeSitemap, writeSitemapIndex } from './sitemap.ts';

const origin = 'https://riverside.example';
const AWKWARD = 'Ask & answer: <b>“why”</b> \u0000\ud800]]>';

const documents: Published[] = [
  {
    path: '/articles/ask',
    title: AWKWARD,
    summary: 'One\nline.',
    published: '2026-11-24T08:00:00.000Z',
    changed: '2026-11-25T08:00:00.000Z',
  },
  { path: '/about', title: 'About', summary: 'Us.', changed: '2026-11-20T08:00:00.000Z' },
];

const articles: Written[] = documents.map((document) => ({ ...document, authors: [] }));

/** Throws if it is not well-formed. */
const parsed = (xml: string) => new JSDOM(xml, { contentType: 'application/xml' }).window.document;
const texts = (xml: string, tag: string) =>
  [...parsed(xml).getElementsByTagName(tag)].map(({ textContent }) => textContent);

const whole = async (pieces: AsyncIterable<string>) =>
  (await Readable.from(pieces).toArray()).join('');

test('the sitemap lists every document with its last change', async () => {
  const xml = await whole(writeSitemap(origin, [{ path: '/' }, ...documents]));
  expect(texts(xml, 'loc')).toEqual([`${origin}/`, `${origin}/articles/ask`, `${origin}/about`]);
  expect(texts(xml, 'lastmod')).toEqual(documents.map(({ changed }) => changed));
});

test('a sitemap of many addresses is whole, piece by piece', async () => {
  const many = Array.from({ length: 1_700 }, (_, n) => ({ path: `/articles/${n}` }));
  const pieces = await Readable.from(writeSitemap(origin, many)).toArray();
  expect(pieces.length).toBeGreaterThan(2);
  expect(texts(pieces.join(''), 'loc')).toEqual(many.map(({ path }) => origin + path));
});

test('a sitemap is read as it is sent, and no further than somebody listens', async () => {
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

test('the list of its parts says when each was last changed, where that is known', () => {
  const xml = writeSitemapIndex(origin, ['2026-11-25T08:00:00.000Z', undefined]);
  expect(texts(xml, 'loc')).toEqual([`${origin}/sitemaps/1.xml`, `${origin}/sitemaps/2.xml`]);
  expect(texts(xml, 'lastmod')).toEqual(['2026-11-25T08:00:00.000Z']);
});

test('the feed is well-formed whatever a title holds, and dated by its latest change', () => {
  const xml = writeAtom({ origin, siteName: 'River & side', articles });
  expect(texts(xml, 'title')).toEqual([
    'River & side',
    'Ask & answer: <b>“why”</b> \ufffd]]>',
    'About',
  ]);
  expect(texts(xml, 'updated')[0]).toBe('2026-11-25T08:00:00.000Z');
  expect(texts(xml, 'published')).toEqual(['2026-11-24T08:00:00.000Z']);
});

test('the feed names the authors of each article, and the site where there are none', () => {
  const written = [
    { ...articles[0], authors: [{ label: 'Jo & Co, MD', href: '/people/jo', name: 'Jo & Co' }] },
    articles[1],
  ] as Written[];
  const xml = writeAtom({ origin, siteName: 'Riverside', articles: written });
  const named = [...parsed(xml).querySelectorAll('entry > author')];
  expect(named.map((author) => [...author.children].map((part) => part.textContent))).toEqual([
    ['Jo & Co, MD', `${origin}/people/jo`],
    ['Riverside'],
  ]);
  expect(parsed(xml).querySelector('feed > author')).toBeNull();
});

test('a feed without articles is a feed', () => {
  const xml = writeAtom({ origin, siteName: 'Riverside', articles: [] });
  expect(texts(xml, 'entry')).toEqual([]);
  expect(texts(xml, 'updated')).toHaveLength(1);
});

test('robots are kept from the admin and the doors, not from pages that say noindex, and told of the sitemap', () => {
  const rules = writeRobots(origin).split('\n');
  const closed = rules.flatMap((rule) => rule.match(/^Disallow: (.*)/)?.[1] ?? []);
  expect(closed).toEqual(['/admin', '/api/', '/preview/']);
  expect(rules).toContain('Sitemap: https://riverside.example/sitemap.xml');
});

test('the overview is one line a document, and leaves out what has none', () => {
  const text = writeLlms({
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
])('whoever finds a weakness is told at %s whom to write to, until %s', (now, expires) => {
  const email = 'site+help@riverside.example';
  const text = writeSecurity({ email, origin, languages: ['en', 'es'], now: new Date(now) });
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
