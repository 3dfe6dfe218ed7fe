import { JSDOM } from 'jsdom';
import type { Graph, Thing } from 'schema-dts';
import { describe, expect, test } from 'vitest';
import { richText } from '#content/blocks/rich-text-fixtures.ts';
import { ARTICLES_CRUMB, HOME_CRUMB } from '#domain/breadcrumbs.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { ArticleView } from '#domain/view-models.ts';
import { articleJsonLd } from '#site/structured-data/article.ts';
import { personJsonLd } from '#site/structured-data/person.ts';
import { publisherJsonLd, siteJsonLd } from '#site/structured-data/site.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { siteLayout } from '#tests/helpers/site-layout.ts';
import {
  documentOf,
  findInvisibleValues,
  findVocabularyErrors,
  parseJsonLd,
} from '#tests/helpers/structured-data.ts';
import { visibleJsonLd } from '#tests/helpers/visible-json-ld.ts';
import { ArticlePage } from './article.tsx';
import { article } from './fixtures.ts';
import { Layout } from './layout.tsx';
import { PersonPage } from './person.tsx';

const path = '/articles/understanding-an-iop';

const articlePage = (view: ArticleView = article, overrides: Partial<PageHead> = {}) =>
  renderPage(
    <Layout
      siteLayout={siteLayout}
      head={{
        title: 'Another title for search engines',
        description: 'Another summary for search engines.',
        path,
        breadcrumbs: [HOME_CRUMB, ARTICLES_CRUMB],
        jsonLd: [articleJsonLd(view, { path }, siteLayout)],
        ...overrides,
      }}
    >
      <ArticlePage article={view} />
    </Layout>,
  );

const person = { name: 'Sample Writer One, LCSW', role: 'Writer' };

const personPage = renderPage(
  <Layout
    siteLayout={siteLayout}
    head={{
      title: person.name,
      description: person.role,
      path: '/people/one',
      jsonLd: [
        personJsonLd(person, '/people/one', siteLayout),
        siteJsonLd(siteLayout),
        publisherJsonLd(siteLayout),
      ],
    }}
  >
    <PersonPage person={person} path="/people/one" articles={{ cards: [], page: 1, pages: 1 }} />
  </Layout>,
);

/** An article with as little data as possible. */
const minimal: ArticleView = {
  ...article,
  picture: undefined,
  authors: [],
  topics: [],
  published: undefined,
  updated: undefined,
  body: richText(),
  sections: [],
};

const graphOf = (html: string): Graph => {
  const graph = parseJsonLd(html);
  if (!graph) throw new Error('The page has no JSON-LD.');
  return graph;
};

test.each([
  ['an article', articlePage()],
  ['an article of which little is known', articlePage(minimal)],
  ['a person', personPage],
])('%s has no invisible data in its JSON-LD', (_, html) => {
  expect(graphOf(html)['@graph'].length).toBeGreaterThan(0);
  expect(findInvisibleValues(html)).toEqual([]);
});

test.each([
  ['an article', articlePage()],
  ['an article of which little is known', articlePage(minimal)],
])('%s has exactly the visible data in its JSON-LD', (_, html) => {
  expect(graphOf(html)['@graph']).toEqual(visibleJsonLd(documentOf(html)));
});

/** The type checker is slow. */
const COMPILER_MS = 60_000;

test(
  'uses the vocabulary of schema.org',
  async () => {
    const graphs = [articlePage(), articlePage(minimal), personPage].map(graphOf);
    expect(await findVocabularyErrors(graphs)).toEqual([]);
  },
  COMPILER_MS,
);

test(
  'reports a property that schema.org does not have',
  async () => {
    const invalid = { '@type': 'Person', nickname: 'One' } as unknown as Thing;
    const errors = await findVocabularyErrors([
      { '@context': 'https://schema.org', '@graph': [invalid] },
    ]);
    expect(errors.join()).toContain('nickname');
  },
  COMPILER_MS,
);

describe('an article', () => {
  const [page, breadcrumbs] = graphOf(articlePage())['@graph'];

  test('names its authors, dates, topics and sources', () => {
    expect(page).toMatchObject({
      '@type': 'MedicalWebPage',
      url: `https://riverside.example${path}`,
      mainEntity: {
        '@type': 'Article',
        headline: 'Understanding an IOP',
        datePublished: '2026-11-24',
        dateModified: '2026-11-25',
        author: [{ '@type': 'Person', name: 'Sample Writer One', honorificSuffix: 'LCSW' }],
        publisher: { '@type': 'Organization', name: 'Riverside' },
        about: [{ name: 'Kinds of care' }],
        citation: [{ name: 'TIP 47', publisher: { name: 'SAMHSA' }, datePublished: '2006' }],
      },
    });
  });

  test('names no reviewer', () => {
    expect(JSON.stringify(page)).not.toMatch(/review/i);
  });

  test('has the same breadcrumbs on the page and in JSON-LD', () => {
    const links = new JSDOM(articlePage()).window.document.querySelectorAll(
      'main nav[aria-label=Breadcrumb] a',
    );
    expect(breadcrumbs).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [...links].map((link, index) => ({
        position: index + 1,
        name: link.textContent,
        item: `https://riverside.example${link.getAttribute('href')}`,
      })),
    });
    expect(links).toHaveLength(2);
  });
});

test('escapes text that could end the script element', () => {
  const title = '</script><script>alert("&amp;")</script><!--';
  const html = articlePage({ ...article, title });
  expect(new JSDOM(html).window.document.querySelectorAll('script')).toHaveLength(1);
  expect(graphOf(html)['@graph'][0]).toMatchObject({ name: title });
});

test('has no JSON-LD on a page that is not indexed', () => {
  expect(parseJsonLd(articlePage(article, { noIndex: true }))).toBeUndefined();
});
