import { describe, expect, it } from 'vitest';
import { getServerSideProps } from '#pages/search.tsx';
import type { SearchPageProps } from '#site/views/search.tsx';
import { callRoute } from '#tests/helpers/call-route.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { createDocument } = await documentFactory();
await createDocument('articles', 'Detox', { published: true });
await createDocument('topics', 'Care');

const loadSearchPage = async (query: string) => {
  const response = await callRoute(getServerSideProps as never, `/search?${query}`, {});
  const { view } = (response.props ?? {}) as { view?: SearchPageProps };
  return { ...response, view };
};
const searchFor = (typed: string) => loadSearchPage(String(new URLSearchParams({ q: typed })));

/** The word “detox” with FTS5, SQL or Unicode syntax around it. */
const SYNTAX = [
  'detox"',
  '"detox',
  '"detox" OR',
  'NEAR(detox, 2)',
  'detox NEAR',
  'detox*',
  '^detox',
  'title:detox',
  '{title body} : detox',
  '- {title} : detox',
  'detox AND (',
  'NOT detox',
  "detox'; drop table texts; --",
  'detox:way0 @any $any ?1',
  '(((((((((((((((((((detox',
  'detox\u0000',
  '\u0000detox',
  'detox \ud800',
  'detox 🫠🫠',
  'detox ؀ مساعدة \u202e',
  'detox \u{1e900}\u{104b0}a',
  'a\u{104b0}b\u1c90 detox',
  'dété́ detox',
];

describe('user input is never FTS5 syntax', () => {
  it.each(SYNTAX)('%j finds the article', async (typed) => {
    const { status, view } = await searchFor(typed);
    expect(status).toBe(200);
    expect(view?.searchResults?.results.map(({ href }) => href)).toEqual(['/articles/detox']);
  });

  it.each(['"', '*', '-', '()', '\u0000', '🫠', '\u202e\u202e', 'AND', 'NEAR(', 'OR NOT', ' '])(
    '%j alone finds nothing without an error',
    async (typed) => {
      const { status, view } = await searchFor(typed);
      expect(status).toBe(200);
      expect(view?.searchResults?.total ?? 0).toBe(0);
    },
  );
});

it('truncates long queries', async () => {
  const { status, view } = await searchFor(`detox ${'ab '.repeat(5_000)}`);
  expect(status).toBe(200);
  expect(view?.typed.length).toBeLessThanOrEqual(100);
  expect((await searchFor('x'.repeat(10_000))).status).toBe(200);
});

it.each(['q=detox&page=0', 'q=detox&page=2', 'q=detox&page=99999', 'q=detox&page=x'])(
  '%s is not found',
  async (query) => {
    expect((await loadSearchPage(query)).status).toBe(404);
  },
);

it.each(['stage=nothing', 'topic[]=care&topic=%00'])(
  'ignores the unknown filter %s',
  async (filter) => {
    const { status, view } = await loadSearchPage(`q=detox&${filter}`);
    expect(status).toBe(200);
    expect(view).toMatchObject({
      typed: 'detox',
      stage: '',
      topic: '',
      searchResults: { total: 1 },
    });
  },
);

it.each(['q=%E0%A4%A', 'q[]=detox', 'q=detox&q=care', ''])('%j is accepted', async (query) => {
  expect((await loadSearchPage(query)).status).toBe(200);
});

it('redirects a query without words to the list of articles about the topic', async () => {
  expect((await loadSearchPage('q=&topic=care')).redirect).toBe('/articles?topic=care');
});

it('forbids caching', async () => {
  expect((await searchFor('detox')).caching).toBe('private, no-store');
});
