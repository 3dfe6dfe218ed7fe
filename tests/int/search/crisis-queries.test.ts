import { expect, it } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { getServerSideProps } from '#pages/search.tsx';
import type { SearchPageProps } from '#site/views/search.tsx';
import { callRoute } from '#tests/helpers/call-route.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { createDocument } = await documentFactory();
await createDocument('articles', 'Detox', { published: true });

const loadSearchPage = async (typed: string) => {
  const path = `/search?${new URLSearchParams({ q: typed })}`;
  const { props } = await callRoute(getServerSideProps as never, path, {});
  return (props as { view: SearchPageProps }).view;
};

it.each(['i want to die', 'kill myself', 'suicidal', 'detox or kill myself'])(
  'finds that the query “%s” suggests danger, and gives the page the crisis lines',
  async (typed) => {
    const { searchResults, crisisLines } = await loadSearchPage(typed);
    expect(searchResults?.mayBeInDanger).toBe(true);
    expect(crisisLines).toEqual(CRISIS_LINES);
  },
);

it('finds no danger in the query “detox”', async () => {
  expect((await loadSearchPage('detox')).searchResults?.mayBeInDanger).toBe(false);
});
