import { search, wordsIn } from '#data/search.ts';
import { page } from '#page.ts';
import { SearchView } from '#views/search.tsx';

/** Longer than anybody types; the field takes no more. */
const MAX_LENGTH = 100;

export const getServerSideProps = page(async ({ reader, query }) => {
  const typed = (query.get('q') ?? '').trim().slice(0, MAX_LENGTH);
  return {
    view: { typed, results: await search(reader, wordsIn(typed)) },
    head: {
      title: 'Search',
      description: 'Find a page by its words.',
      path: '/search',
      noIndex: true,
    },
    // What somebody searches for is nobody else's business: no cache keeps it.
    cache: 'never',
  };
});

export default SearchView;
