import { JSDOM } from 'jsdom';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { ArticlesView, indexPath } from './articles.tsx';
import { article, card, stations } from './fixtures.ts';
import { HomeView } from './home.tsx';
import { PageView } from './page.tsx';
import { PersonView } from './person.tsx';
import { SearchView } from './search.tsx';
import { TopicView } from './topic.tsx';

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
    const document = documentOf(<ArticlesView {...index} />);
    expect(document.querySelector<HTMLSelectElement>('#stage')?.value).toBe('supervised-detox');
    expect(document.querySelector<HTMLSelectElement>('#topic')?.value).toBe('');
    const hrefOf = (rel: string) => document.querySelector(`a[rel=${rel}]`)?.getAttribute('href');
    expect(hrefOf('prev')).toBe('/articles?stage=supervised-detox');
    expect(hrefOf('next')).toBe('/articles?stage=supervised-detox&page=3');
  });

  test('says so if there is nothing', () => {
    const { body } = documentOf(<ArticlesView {...index} cards={[]} page={1} pages={1} />);
    expect(body.textContent).toContain('There is no article about this yet.');
    expect(body.querySelector('nav')).toBeNull();
  });

  test('has one address for each choice', () => {
    expect(indexPath('', '')).toBe('/articles');
    expect(indexPath('', '', 2)).toBe('/articles?page=2');
    expect(indexPath('a', 'b', 2)).toBe('/articles?stage=a&topic=b&page=2');
  });
});

describe('search', () => {
  test('shows what was typed as words, whatever it is', () => {
    const typed = '"><script>alert(1)</script>';
    const document = documentOf(<SearchView typed={typed} results={[]} />);
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector<HTMLInputElement>('#q')?.value).toBe(typed);
    expect(document.querySelector('h2')?.textContent).toBe(`Nothing found for “${typed}”`);
  });

  test('finds nothing before anything was typed, and does not complain', () => {
    expect(documentOf(<SearchView typed="" results={[]} />).querySelector('h2')).toBeNull();
  });

  test('counts and names what was found', () => {
    const result = { title: 'IOP', summary: 'What it is.', href: '/articles/iop', what: 'Article' };
    const document = documentOf(<SearchView typed="iop" results={[result]} />);
    expect(document.querySelector('h2')?.textContent).toBe('1 page for “iop”');
    expect(document.querySelector('ol a')?.getAttribute('href')).toBe('/articles/iop');
  });
});

test('the home page asks where the reader is, and leads to every stage and the newest articles', () => {
  const home = { heading: 'A way', introduction: 'In plain words.', stations, articles: [card] };
  const document = documentOf(<HomeView home={home} crisisLines={[]} />);
  expect(document.querySelector('h1')?.textContent).toBe('A way');
  const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(hrefs).toEqual([...stations.map(({ href }) => href), card.href, '/articles']);
});

test.each([
  [
    'home',
    <HomeView
      key="h"
      home={{ heading: 'A', introduction: 'B', stations, articles: [card] }}
      crisisLines={[]}
    />,
  ],
  ['index', <ArticlesView key="i" {...index} />],
  ['topic', <TopicView key="t" {...index} title="Care" summary="Kinds." path="/topics/care" />],
  [
    'person',
    <PersonView
      key="p"
      person={{ name: 'Sample', role: 'Writer' }}
      path="/people/sample"
      articles={index}
    />,
  ],
  ['search', <SearchView key="s" typed="iop" results={[]} />],
  ['page', <PageView key="a" page={{ title: 'About', summary: 'Us.', body: article.body }} />],
])('axe finds nothing: %s', async (_, view) => {
  expect(await axeProblems(renderToStaticMarkup(view))).toEqual([]);
});
