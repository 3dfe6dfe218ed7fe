import { JSDOM } from 'jsdom';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { ArticlesPage, articlesPath } from './articles.tsx';
import { ContentPage } from './content-page.tsx';
import { article, card, pathway } from './fixtures.ts';
import { HomePage } from './home.tsx';
import { PersonPage } from './person.tsx';
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
  test('shows the selected filters, and keeps them in the pager', () => {
    const document = documentOf(<ArticlesPage {...index} />);
    expect(document.querySelector<HTMLSelectElement>('#stage')?.value).toBe('supervised-detox');
    expect(document.querySelector<HTMLSelectElement>('#topic')?.value).toBe('');
    const hrefOf = (rel: string) => document.querySelector(`a[rel=${rel}]`)?.getAttribute('href');
    expect(hrefOf('prev')).toBe('/articles?stage=supervised-detox');
    expect(hrefOf('next')).toBe('/articles?stage=supervised-detox&page=3');
  });

  test('says that there is no article', () => {
    const { body } = documentOf(<ArticlesPage {...index} cards={[]} page={1} pages={1} />);
    expect(body.textContent).toContain('There is no article about this yet.');
    expect(body.querySelector('nav')).toBeNull();
  });

  test('has one path for each combination of filters', () => {
    expect(articlesPath('', '')).toBe('/articles');
    expect(articlesPath('', '', 2)).toBe('/articles?page=2');
    expect(articlesPath('a', 'b', 2)).toBe('/articles?stage=a&topic=b&page=2');
  });
});

test('links from the home page to every stage and the newest articles', () => {
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
  ['page', <ContentPage key="a" page={{ title: 'About', summary: 'Us.', body: article.body }} />],
])('has no accessibility problems: %s', async (_, view) => {
  expect(await axeProblems(renderToStaticMarkup(view))).toEqual([]);
});
