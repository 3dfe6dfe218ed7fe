import { listArticles } from '#data/articles.ts';
import { findTopic, topicHead } from '#data/topics.ts';
import { documentPath } from '#domain/href.ts';
import { parsePageNumber } from '#domain/pagination.ts';
import { page } from '#site/page.ts';
import { TopicPage } from '#site/views/topic.tsx';

export const getServerSideProps = page(async ({ reader, params, query }) => {
  const number = parsePageNumber(query);
  const topic = await findTopic(reader, params.slug ?? '');
  if (!topic || !number) return 'missing';
  const articles = await listArticles(reader, {
    where: { topics: { in: [topic.id] } },
    page: number,
  });
  if (number > Math.max(1, articles.pages)) return 'missing';
  const { title, summary, slug } = topic;
  return {
    view: { ...articles, title, summary, path: documentPath('topics', slug) },
    head: topicHead(topic, number),
  };
});

export default TopicPage;
