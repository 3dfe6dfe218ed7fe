import { listArticles } from '#data/articles.ts';
import { listStages } from '#data/stages.ts';
import { listTopics } from '#data/topics.ts';
import { parsePageNumber } from '#domain/pagination.ts';
import { page } from '#site/page.ts';
import { ArticlesPage, articlesPath } from '#site/views/articles.tsx';

export const getServerSideProps = page(async ({ reader, query }) => {
  const number = parsePageNumber(query);
  const [stages, topics] = await Promise.all([listStages(reader), listTopics(reader)]);
  const stage = stages.find(({ slug }) => slug === query.get('stage'));
  const topic = topics.find(({ slug }) => slug === query.get('topic'));
  const isUnknown = (query.get('stage') && !stage) || (query.get('topic') && !topic);
  if (isUnknown || !number) return 'missing';
  const articles = await listArticles(reader, {
    where: {
      and: [
        stage ? { stages: { in: [stage.id] } } : {},
        topic ? { topics: { in: [topic.id] } } : {},
      ],
    },
    page: number,
  });
  if (number > Math.max(1, articles.pages)) return 'missing';
  const filters = [stage?.title, topic?.title].filter(Boolean).join(', ');
  return {
    view: {
      ...articles,
      stages: stages.map(asOption),
      topics: topics.map(asOption),
      stage: stage?.slug ?? '',
      topic: topic?.slug ?? '',
    },
    head: {
      title: ['Articles', filters, number > 1 && `page ${number}`].filter(Boolean).join(', '),
      description: 'What we have written about treatment and recovery, newest first.',
      path: articlesPath(stage?.slug ?? '', topic?.slug ?? '', number),
      // Search engines should list the page of the stage or topic instead.
      noIndex: Boolean(filters),
    },
  };
});

const asOption = ({ slug, title }: { slug: string; title: string }) => ({
  value: slug,
  label: title,
});

export default ArticlesPage;
