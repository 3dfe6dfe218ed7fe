import { findArticle } from '#data/articles.ts';
import { articleHead, showArticle } from '#data/shown-articles.ts';
import { page } from '#page.ts';
import { ArticleView } from '#views/article.tsx';

export const getServerSideProps = page(async ({ reader, params, frame }) => {
  const article = await findArticle(reader, params.slug ?? '');
  if (!article) return 'missing';
  return {
    view: { article: await showArticle(reader, article, frame.crisisLines) },
    head: articleHead(article),
  };
});

export default ArticleView;
