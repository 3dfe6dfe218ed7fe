import { articleHead, showArticle } from '#data/article-views.ts';
import { findArticle } from '#data/articles.ts';
import { page } from '#site/page.ts';
import { articleThing } from '#site/structured-data/article.ts';
import { ArticlePage } from '#site/views/article.tsx';

export const getServerSideProps = page(async ({ reader, params, frame }) => {
  const article = await findArticle(reader, params.slug ?? '');
  if (!article) return 'missing';
  const shown = await showArticle(reader, article, frame.crisisLines);
  const head = articleHead(article);
  return {
    view: { article: shown },
    head: { ...head, jsonLd: [articleThing(shown, head, frame)] },
  };
});

export default ArticlePage;
