import { RichText } from '#blocks/rich-text.tsx';
import type { ShownArticle } from '#domain/shown.ts';

/** An article as readers see it. */
export const ArticleView = ({ article }: { article: ShownArticle }) => (
  <article>
    <h1>{article.title}</h1>
    <p>{article.summary}</p>
    <RichText body={article.body} />
  </article>
);
