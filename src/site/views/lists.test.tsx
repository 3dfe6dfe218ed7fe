import { JSDOM } from 'jsdom';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { ArticlesPage, indexPath } from './articles.tsx';
import { article, card, pathway } from './fixtures.ts';
import { HomePage } from './home.tsx';
import { ContentPage } from './page.tsx';
import { PersonPage } from './person.tsx';
import { SearchPage, type SearchPageProps } from './search.tsx';
import { TopicPage } from './topic.tsx';

const documentOf = (view: ReactElement) => new JSDOM(renderToStaticMarkup(view)).window.document;

const index = {
  cards: [card],
  page: 2,
  pages: 3,
  stages: [{ value: 'supervised-detox', label: 'Supervised detox' }],
  topics: [{ value: 'kinds-of-care', label: 'Kinds of care' }],
  stage: 'supervised-detox',
  topic: '',
};

describe('the index of articles', () => {
  test('shows what was chosen, and keeps it from page to page', () => {
    const document = documentOf(<ArticlesPage {...index} />);
    expect(document.querySelector<HTMLSelectElement>('#stage')?.value).toBe('supervised-detox');
    expect(document.querySelector<HTMLSelectElement>('#topic')?.value).toBe('');
    const hrefOf = (rel: string) => document.querySelector(`a[rel=${rel}]`)?.getAttribute('href');
    expect(hrefOf('prev')).toBe('/articles?stage=supervised-detox');
    expect(hrefOf('next')).toBe('/articles?stage=supervised-detox&page=3');
  });

  test('says so if there is nothing', () => {
    const { body } = documentOf(<ArticlesPage {...index} cards={[]} page={1} pages={1} />);
    expect(body.textContent).toContain('There is no article about this yet.');
    expect(body.querySelector('nav')).toBeNull();
  });

  test('has one address for each choice', () => {
    expect(indexPath('', '')).toBe('/articles');
    expect(indexPath('', '', 2)).toBe('/articles?page=2');
    expect(indexPath('a', 'b', 2)).toBe('/articles?stage=a&topic=b&page=2');
  });
});

const asked = {
  page: 1,
  stages: index.stages,
  topics: index.topics,
  stage: '',
  topic: '',
  crisisLines: CRISIS_LINES,
};
const nothing = { results: [], first: 1, total: 0, pages: 0, inDanger: false };
const result = {
  title: [{ text: 'An ' }, { text: 'IOP', found: true as const }],
  text: [{ text: 'What it <i>is</i>.' }],
  href: '/articles/iop',
  what: 'Article',
};

describe('search', () => {
  test('shows what was typed as words, whatever it is', () => {
    const typed = '"><script>alert(1)</script>';
    const document = documentOf(<SearchPage {...asked} typed={typed} found={nothing} />);
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector<HTMLInputElement>('#q')?.value).toBe(typed);
    expect(document.querySelector('h2')?.textContent).toBe(`Nothing found for “${typed}”`);
  });

  test('finds nothing before anything was typed, and does not complain', () => {
    expect(documentOf(<SearchPage {...asked} typed="" />).querySelector('h2')).toBeNull();
  });

  test('counts and names what was found, with the words in it marked', () => {
    const found = { ...nothing, results: [result], total: 1, pages: 1 };
    const document = documentOf(<SearchPage {...asked} typed="iop" found={found} />);
    expect(document.querySelector('h2')?.textContent).toBe('1 page for “iop”');
    const link = document.querySelector('ol a');
    expect(link?.getAttribute('href')).toBe('/articles/iop');
    expect(link?.innerHTML).toBe('An <mark>IOP</mark>');
    expect(document.querySelector('ol i')).toBeNull();
    expect(document.querySelector('nav')).toBeNull();
  });

  test('folds what narrows the search once there are results, unless one narrows it', () => {
    const folded = (props: Partial<SearchPageProps>) =>
      !documentOf(<SearchPage {...asked} typed="iop" {...props} />).querySelector('details')?.open;
    expect(folded({})).toBe(false);
    expect(folded({ found: nothing })).toBe(true);
    expect(folded({ found: nothing, stage: 'supervised-detox' })).toBe(false);
    expect(folded({ found: nothing, topic: 'medication' })).toBe(false);
  });

  test('keeps what was typed and chosen, on other pages as well', () => {
    const found = {
      ...nothing,
      results: [result],
      first: 11,
      total: 30,
      pages: 3,
      instead: 'detox',
    };
    const chosen = { ...asked, page: 2, stage: 'supervised-detox' };
    const document = documentOf(<SearchPage {...chosen} typed="detoxx & co" found={found} />);
    expect(document.querySelector<HTMLSelectElement>('#stage')?.value).toBe('supervised-detox');
    expect(document.querySelector('section p')?.textContent).toContain('Showing results for detox');
    const hrefOf = (rel: string) => document.querySelector(`a[rel=${rel}]`)?.getAttribute('href');
    expect(hrefOf('prev')).toBe('/search?q=detoxx+%26+co&stage=supervised-detox');
    expect(hrefOf('next')).toBe('/search?q=detoxx+%26+co&stage=supervised-detox&page=3');
    expect(document.querySelector('ol')?.start).toBe(11);
  });

  test.each([
    ['nothing', nothing],
    ['a page', { ...nothing, results: [result], total: 1, pages: 1 }],
  ])('says whom to call above all else to who may be in danger, having found %s', (_, found) => {
    const linesFor = (inDanger: boolean) =>
      documentOf(<SearchPage {...asked} typed="x" found={{ ...found, inDanger }} />)
        .querySelector('h1')
        ?.nextElementSibling?.querySelectorAll('li a').length ?? 0;
    expect(linesFor(true)).toBeGreaterThanOrEqual(CRISIS_LINES.length);
    expect(linesFor(false)).toBe(0);
  });

  test('leads on to the stages and to a person if there is nothing', () => {
    const phoneLine = { label: '(212) 555-0123', href: 'tel:+12125550123' };
    const none = { ...asked, stage: 'supervised-detox', found: nothing, phoneLine };
    const document = documentOf(<SearchPage {...none} typed="trombone" />);
    const hrefs = [...document.querySelectorAll('section a')].map((a) => a.getAttribute('href'));
    expect(hrefs).toEqual([
      '/search?q=trombone',
      ...asked.stages.map(({ value }) => `/stages/${value}`),
      '/articles',
      phoneLine.href,
    ]);
  });
});

test('the home page asks where the reader is, and leads to every stage and the newest articles', () => {
  const home = { heading: 'A way', introduction: 'In plain words.', pathway, articles: [card] };
  const document = documentOf(<HomePage home={home} crisisLines={[]} />);
  expect(document.querySelector('h1')?.textContent).toBe('A way');
  const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(hrefs).toEqual([...pathway.map(({ href }) => href), card.href, '/articles']);
});

test.each([
  [
    'home',
    <HomePage
      key="h"
      home={{ heading: 'A', introduction: 'B', pathway, articles: [card] }}
      crisisLines={[]}
    />,
  ],
  ['index', <ArticlesPage key="i" {...index} />],
  ['topic', <TopicPage key="t" {...index} title="Care" summary="Kinds." path="/topics/care" />],
  [
    'person',
    <PersonPage
      key="p"
      person={{ name: 'Sample', role: 'Writer' }}
      path="/people/sample"
      articles={index}
    />,
  ],
  ['search', <SearchPage key="s" {...asked} typed="iop" found={nothing} />],
  [
    'results',
    <SearchPage
      key="r"
      {...asked}
      typed="iop"
      found={{ ...nothing, results: [result], total: 30, pages: 3, inDanger: true }}
    />,
  ],
  ['page', <ContentPage key="a" page={{ title: 'About', summary: 'Us.', body: article.body }} />],
])('axe finds nothing: %s', async (_, view) => {
  expect(await axeProblems(renderToStaticMarkup(view))).toEqual([]);
});
