import { listArticles } from '#data/articles.ts';
import { findTopic, topicHead } from '#data/topics.ts';
import { pathOf } from '#domain/href.ts';
import { pageNumber } from '#domain/page-number.ts';
import { page } from '#site/page.ts';
import { TopicPage } from '#site/views/topic.tsx';

export const getServerSideProps = page(async ({ reader, params, query }) => {
  const number = pageNumber(query);
  const topic = await findTopic(reader, params.slug ?? '');
  if (!topic || !number) return 'missing';
  const found = await listArticles(reader, { where: { topics: { in: [topic.id] } }, page: number });
  if (number > Math.max(1, found.pages)) return 'missing';
  const { title, summary, slug } = topic;
  return {
    view: { ...found, title, summary, path: pathOf('topics', slug) },
    head: topicHead(topic, number),
  };
});

export default TopicPage;
