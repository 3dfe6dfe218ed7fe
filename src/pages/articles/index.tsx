import { listArticles } from '#data/articles.ts';
import { listStages } from '#data/stages.ts';
import { listTopics } from '#data/topics.ts';
import { pageNumber } from '#domain/page-number.ts';
import { page } from '#site/page.ts';
import { ArticlesPage, indexPath } from '#site/views/articles.tsx';

export const getServerSideProps = page(async ({ reader, query }) => {
  const number = pageNumber(query);
  const [stages, topics] = await Promise.all([listStages(reader), listTopics(reader)]);
  const stage = stages.find(({ slug }) => slug === query.get('stage'));
  const topic = topics.find(({ slug }) => slug === query.get('topic'));
  const unknown = (query.get('stage') && !stage) || (query.get('topic') && !topic);
  if (unknown || !number) return 'missing';
  const found = await listArticles(reader, {
    where: {
      and: [
        stage ? { stages: { in: [stage.id] } } : {},
        topic ? { topics: { in: [topic.id] } } : {},
      ],
    },
    page: number,
  });
  if (number > Math.max(1, found.pages)) return 'missing';
  const chosen = [stage?.title, topic?.title].filter(Boolean).join(', ');
  return {
    view: {
      ...found,
      stages: stages.map(asOption),
      topics: topics.map(asOption),
      stage: stage?.slug ?? '',
      topic: topic?.slug ?? '',
    },
    head: {
      title: ['Articles', chosen, number > 1 && `page ${number}`].filter(Boolean).join(', '),
      description: 'What we have written about treatment and recovery, newest first.',
      path: indexPath(stage?.slug ?? '', topic?.slug ?? '', number),
      // Each stage and topic has a page of its own to be found by.
      noIndex: Boolean(chosen),
    },
  };
});

const asOption = ({ slug, title }: { slug: string; title: string }) => ({
  value: slug,
  label: title,
});

export default ArticlesPage;
