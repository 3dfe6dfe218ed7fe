import { articleHead, loadArticleView } from '#data/article-views.ts';
import { findArticle } from '#data/articles.ts';
import { page } from '#site/page.ts';
import { articleJsonLd } from '#site/structured-data/article.ts';
import { ArticlePage } from '#site/views/article.tsx';

export const getServerSideProps = page(async ({ reader, params, siteLayout }) => {
  const article = await findArticle(reader, params.slug ?? '');
  if (!article) return 'missing';
  const articleView = await loadArticleView(reader, article, siteLayout.crisisLines);
  const head = articleHead(article);
  return {
    view: { article: articleView },
    head: { ...head, jsonLd: [articleJsonLd(articleView, head, siteLayout)] },
  };
});

export default ArticlePage;
