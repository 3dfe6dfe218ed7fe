import { search } from '#data/search-results.ts';
import { listStages } from '#data/stages.ts';
import { listTopics } from '#data/topics.ts';
import { pageNumber } from '#domain/page-number.ts';
import { text } from '#domain/text.ts';
import { page } from '#site/page.ts';
import { indexPath } from '#site/views/articles.tsx';
import { SearchPage } from '#site/views/search.tsx';

/** Longer than anybody types; the field takes no more. */
const MAX_LENGTH = 100;

const words = text('Enter what you are looking for.');

export const getServerSideProps = page(async ({ reader, query, frame }) => {
  const number = pageNumber(query);
  const typed = words.parse((query.get('q') ?? '').slice(0, MAX_LENGTH));
  const [stages, topics] = await Promise.all([listStages(reader), listTopics(reader)]);
  const stage = stages.find(({ slug }) => slug === query.get('stage'));
  const topic = topics.find(({ slug }) => slug === query.get('topic'));
  if (!number) return 'missing';
  // Without words there is nothing to search for: what is about them stands in the index.
  if (!typed && (stage || topic)) {
    return { redirect: indexPath(stage?.slug ?? '', topic?.slug ?? '') };
  }
  const about = [stage, topic].flatMap((one) => one?.id ?? []);
  const found = typed ? await search(reader, { typed, about, page: number }) : undefined;
  if (number > Math.max(1, found?.pages ?? 1)) return 'missing';
  return {
    view: {
      typed,
      found,
      page: number,
      stages: stages.map(asOption),
      topics: topics.map(asOption),
      stage: stage?.slug ?? '',
      topic: topic?.slug ?? '',
      crisisLines: frame.crisisLines,
      phoneLine: frame.phoneLine,
    },
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

const asOption = ({ slug, title }: { slug: string; title: string }) => ({
  value: slug,
  label: title,
});

export default SearchPage;
