import { JSDOM } from 'jsdom';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { SearchPage, type SearchPageProps } from './search.tsx';

const documentOf = (view: ReactElement) => new JSDOM(renderToStaticMarkup(view)).window.document;

const searchProps = {
  page: 1,
  stages: [{ value: 'supervised-detox', label: 'Supervised detox' }],
  topics: [{ value: 'kinds-of-care', label: 'Kinds of care' }],
  stage: '',
  topic: '',
  crisisLines: CRISIS_LINES,
};
const noResults = { results: [], first: 1, total: 0, pages: 0, mayBeInDanger: false };
const result = {
  title: [{ text: 'An ' }, { text: 'IOP', isMatch: true as const }],
  text: [{ text: 'What it <i>is</i>.' }],
  href: '/articles/iop',
  typeLabel: 'Article',
};

describe('search', () => {
  test('shows the query as text, even if it is markup', () => {
    const typed = '"><script>alert(1)</script>';
    const document = documentOf(
      <SearchPage {...searchProps} typed={typed} searchResults={noResults} />,
    );
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector<HTMLInputElement>('#q')?.value).toBe(typed);
    expect(document.querySelector('h2')?.textContent).toBe(`Nothing found for “${typed}”`);
  });

  test('shows no results and no message before the first search', () => {
    expect(documentOf(<SearchPage {...searchProps} typed="" />).querySelector('h2')).toBeNull();
  });

  test('counts and lists the results, with the matches marked', () => {
    const searchResults = { ...noResults, results: [result], total: 1, pages: 1 };
    const document = documentOf(
      <SearchPage {...searchProps} typed="iop" searchResults={searchResults} />,
    );
    expect(document.querySelector('h2')?.textContent).toBe('1 page for “iop”');
    const link = document.querySelector('ol a');
    expect(link?.getAttribute('href')).toBe('/articles/iop');
    expect(link?.innerHTML).toBe('An <mark>IOP</mark>');
    expect(document.querySelector('ol i')).toBeNull();
    expect(document.querySelector('nav')).toBeNull();
  });

  test('folds the filters once there are results, unless one is in use', () => {
    const isFolded = (props: Partial<SearchPageProps>) =>
      !documentOf(<SearchPage {...searchProps} typed="iop" {...props} />).querySelector('details')
        ?.open;
    expect(isFolded({})).toBe(false);
    expect(isFolded({ searchResults: noResults })).toBe(true);
    expect(isFolded({ searchResults: noResults, stage: 'supervised-detox' })).toBe(false);
    expect(isFolded({ searchResults: noResults, topic: 'medication' })).toBe(false);
  });

  test('keeps the query and filters, also in the pager', () => {
    const searchResults = {
      ...noResults,
      results: [result],
      first: 11,
      total: 30,
      pages: 3,
      correctedQuery: 'detox',
    };
    const props = { ...searchProps, page: 2, stage: 'supervised-detox' };
    const document = documentOf(
      <SearchPage {...props} typed="detoxx & co" searchResults={searchResults} />,
    );
    expect(document.querySelector<HTMLSelectElement>('#stage')?.value).toBe('supervised-detox');
    expect(document.querySelector('section p')?.textContent).toContain('Showing results for detox');
    const hrefOf = (rel: string) => document.querySelector(`a[rel=${rel}]`)?.getAttribute('href');
    expect(hrefOf('prev')).toBe('/search?q=detoxx+%26+co&stage=supervised-detox');
    expect(hrefOf('next')).toBe('/search?q=detoxx+%26+co&stage=supervised-detox&page=3');
    expect(document.querySelector('ol')?.start).toBe(11);
  });

  test.each([
    ['nothing', noResults],
    ['a page', { ...noResults, results: [result], total: 1, pages: 1 }],
  ])(
    'shows the crisis lines first if the visitor may be in danger, having found %s',
    (_, searchResults) => {
      const linesFor = (mayBeInDanger: boolean) =>
        documentOf(
          <SearchPage
            {...searchProps}
            typed="x"
            searchResults={{ ...searchResults, mayBeInDanger }}
          />,
        )
          .querySelector('h1')
          ?.nextElementSibling?.querySelectorAll('li a').length ?? 0;
      expect(linesFor(true)).toBeGreaterThanOrEqual(CRISIS_LINES.length);
      expect(linesFor(false)).toBe(0);
    },
  );

  test('links to the stages and the phone line if there are no results', () => {
    const phoneLine = { label: '(212) 555-0123', href: 'tel:+12125550123' };
    const none = { ...searchProps, stage: 'supervised-detox', searchResults: noResults, phoneLine };
    const document = documentOf(<SearchPage {...none} typed="trombone" />);
    const hrefs = [...document.querySelectorAll('section a')].map((a) => a.getAttribute('href'));
    expect(hrefs).toEqual([
      '/search?q=trombone',
      ...searchProps.stages.map(({ value }) => `/stages/${value}`),
      '/articles',
      phoneLine.href,
    ]);
  });
});

test.each([
  ['search', <SearchPage key="s" {...searchProps} typed="iop" searchResults={noResults} />],
  [
    'results',
    <SearchPage
      key="r"
      {...searchProps}
      typed="iop"
      searchResults={{ ...noResults, results: [result], total: 30, pages: 3, mayBeInDanger: true }}
    />,
  ],
])('has no accessibility problems: %s', async (_, view) => {
  expect(await axeProblems(renderToStaticMarkup(view))).toEqual([]);
});
