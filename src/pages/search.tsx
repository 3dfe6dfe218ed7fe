import { search } from '#data/search-results.ts';
import { listStages } from '#data/stages.ts';
import { listTopics } from '#data/topics.ts';
import { parsePageNumber } from '#domain/pagination.ts';
import { textSchema } from '#domain/text.ts';
import { page } from '#site/page.ts';
import { articlesPath } from '#site/views/articles.tsx';
import { SearchPage } from '#site/views/search.tsx';

/** Longest query; the search field has the same `maxLength`. */
const MAX_LENGTH = 100;

const querySchema = textSchema('Enter what you are looking for.');

export const getServerSideProps = page(async ({ reader, query, siteLayout }) => {
  const number = parsePageNumber(query);
  const typed = querySchema.parse((query.get('q') ?? '').slice(0, MAX_LENGTH));
  const [stages, topics] = await Promise.all([listStages(reader), listTopics(reader)]);
  const stage = stages.find(({ slug }) => slug === query.get('stage'));
  const topic = topics.find(({ slug }) => slug === query.get('topic'));
  if (!number) return 'missing';
  // Without words, the index of articles shows all that has this stage or topic.
  if (!typed && (stage || topic)) {
    return { redirect: articlesPath(stage?.slug ?? '', topic?.slug ?? '') };
  }
  const facets = [stage, topic].flatMap((filter) => filter?.id ?? []);
  const searchResults = typed ? await search(reader, { typed, facets, page: number }) : undefined;
  if (number > Math.max(1, searchResults?.pages ?? 1)) return 'missing';
  return {
    view: {
      typed,
      searchResults,
      page: number,
      stages: stages.map(asOption),
      topics: topics.map(asOption),
      stage: stage?.slug ?? '',
      topic: topic?.slug ?? '',
      crisisLines: siteLayout.crisisLines,
      phoneLine: siteLayout.phoneLine,
    },
    head: {
      title: 'Search',
      description: 'Find a page by its words.',
      path: '/search',
      noIndex: true,
    },
    // Searches are private: no cache may store them.
    cache: 'never',
  };
});

const asOption = ({ slug, title }: { slug: string; title: string }) => ({
  value: slug,
  label: title,
});

export default SearchPage;
