import { JSDOM } from 'jsdom';
import type { Graph, Thing } from 'schema-dts';
import { describe, expect, test } from 'vitest';
import { text } from '#content/blocks/fixture-text.ts';
import { ARTICLES, HOME } from '#domain/breadcrumbs.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { ArticleView } from '#domain/view-models.ts';
import { articleThing } from '#site/structured-data/article.ts';
import { personThing } from '#site/structured-data/person.ts';
import { publisherThing, siteThing } from '#site/structured-data/site.ts';
import { frame } from '#tests/helpers/frame.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { shownGraph } from '#tests/helpers/shown-graph.ts';
import {
  againstVocabulary,
  documentOf,
  structuredDataIn,
  unshown,
} from '#tests/helpers/structured-data.ts';
import { ArticlePage } from './article.tsx';
import { article } from './fixtures.ts';
import { Layout } from './layout.tsx';
import { PersonPage } from './person.tsx';

const path = '/articles/understanding-an-iop';

const articlePage = (shown: ArticleView = article, given: Partial<PageHead> = {}) =>
  renderPage(
    <Layout
      frame={frame}
      head={{
        title: 'Another title for search engines',
        description: 'Another summary for search engines.',
        path,
        breadcrumbs: [HOME, ARTICLES],
        jsonLd: [articleThing(shown, { path }, frame)],
        ...given,
      }}
    >
      <ArticlePage article={shown} />
    </Layout>,
  );

const person = { name: 'Sample Writer One, LCSW', role: 'Writer' };

const personPage = renderPage(
  <Layout
    frame={frame}
    head={{
      title: person.name,
      description: person.role,
      path: '/people/one',
      jsonLd: [personThing(person, '/people/one', frame), siteThing(frame), publisherThing(frame)],
    }}
  >
    <PersonPage person={person} path="/people/one" articles={{ cards: [], page: 1, pages: 1 }} />
  </Layout>,
);

/** An article that says as little as one can. */
const bare: ArticleView = {
  ...article,
  picture: undefined,
  authors: [],
  topics: [],
  published: undefined,
  changed: undefined,
  body: text(),
  sections: [],
};

const graphOf = (html: string): Graph => {
  const graph = structuredDataIn(html);
  if (!graph) throw new Error('Nothing is said.');
  return graph;
};

test.each([
  ['an article', articlePage()],
  ['an article of which little is known', articlePage(bare)],
  ['a person', personPage],
])('%s says nothing to programs that it does not show', (_, html) => {
  expect(graphOf(html)['@graph'].length).toBeGreaterThan(0);
  expect(unshown(html)).toEqual([]);
});

test.each([
  ['an article', articlePage()],
  ['an article of which little is known', articlePage(bare)],
])('%s tells programs exactly what it shows', (_, html) => {
  expect(graphOf(html)['@graph']).toEqual(shownGraph(documentOf(html)));
});

/** The compiler of types takes a moment. */
const COMPILER_MS = 60_000;

test(
  'all of it is in the words of schema.org',
  async () => {
    const graphs = [articlePage(), articlePage(bare), personPage].map(graphOf);
    expect(await againstVocabulary(graphs)).toEqual([]);
  },
  COMPILER_MS,
);

test(
  'a word that schema.org does not have is found',
  async () => {
    const said = { '@type': 'Person', nickname: 'One' } as unknown as Thing;
    const wrong = await againstVocabulary([{ '@context': 'https://schema.org', '@graph': [said] }]);
    expect(wrong.join()).toContain('nickname');
  },
  COMPILER_MS,
);

describe('an article', () => {
  const [page, trail] = graphOf(articlePage())['@graph'];

  test('says who wrote it and when, what about, and by which sources', () => {
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

  test('does not say that anybody reviewed it', () => {
    expect(JSON.stringify(page)).not.toMatch(/review/i);
  });

  test('shows the way to it as it tells it', () => {
    const links = new JSDOM(articlePage()).window.document.querySelectorAll(
      'main nav[aria-label=Breadcrumb] a',
    );
    expect(trail).toMatchObject({
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

test('no text can end the element', () => {
  const title = '</script><script>alert("&amp;")</script><!--';
  const html = articlePage({ ...article, title });
  expect(new JSDOM(html).window.document.querySelectorAll('script')).toHaveLength(1);
  expect(graphOf(html)['@graph'][0]).toMatchObject({ name: title });
});

test('a page that search engines leave out says nothing', () => {
  expect(structuredDataIn(articlePage(article, { noIndex: true }))).toBeUndefined();
});
