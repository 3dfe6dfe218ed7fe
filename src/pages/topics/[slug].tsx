import { listArticles } from '#data/articles.ts';
import { findTopic } from '#data/topics.ts';
import { pathOf } from '#domain/href.ts';
import { pageNumber, pagePath } from '#domain/page-number.ts';
import { ARTICLES, HOME } from '#domain/trail.ts';
import { page } from '#page.ts';
import { TopicView } from '#views/topic.tsx';

export const getServerSideProps = page(async ({ reader, params, query }) => {
  const number = pageNumber(query);
  const topic = await findTopic(reader, params.slug ?? '');
  if (!topic || !number) return 'missing';
  const found = await listArticles(reader, { where: { topics: { in: [topic.id] } }, page: number });
  if (number > Math.max(1, found.pages)) return 'missing';
  const { title, summary } = topic;
  const path = pathOf('topics', topic.slug);
  return {
    view: { ...found, title, summary, path },
    head: {
      title,
      description: summary,
      path: pagePath(path, number),
      trail: [HOME, ARTICLES],
    },
  };
});

export default TopicView;
