import type { Where } from 'payload';
import { documentPath } from '#domain/href.ts';
import { idsOf } from '#domain/relationship.ts';
import type { ArticleCardView, ArticleListView } from '#domain/view-models.ts';
import type { Article } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** Finds the published article with a slug. */
export const findArticle = (reader: Reader, slug: string): Promise<Article | undefined> =>
  reader.findBySlug('articles', slug);

/** The fields of an article for lists, and for finding related articles. */
export type ListedArticle = Pick<
  Article,
  'id' | 'slug' | 'title' | 'summary' | 'stages' | 'topics'
>;

const LISTED_FIELDS = {
  slug: true,
  title: true,
  summary: true,
  stages: true,
  topics: true,
} as const;

/** Articles per page of a list. */
export const PAGE_LENGTH = 12;

/** Query options: newest first, only the fields of lists. */
export const NEWEST_FIRST = { sort: '-publishedAt', select: LISTED_FIELDS };

/** Lists a page of the published articles, newest first; `where` narrows them. */
export async function listArticles(
  reader: Reader,
  { where, page = 1, limit = PAGE_LENGTH }: { where?: Where; page?: number; limit?: number } = {},
): Promise<ArticleListView> {
  const result = await reader.list('articles', { ...NEWEST_FIRST, where, page, limit });
  return { cards: await loadArticleCards(reader, result.docs), page, pages: result.totalPages };
}

/** Loads the cards of articles, with the titles of their published stages. */
export async function loadArticleCards(
  reader: Reader,
  articles: ListedArticle[],
): Promise<ArticleCardView[]> {
  const stages = await reader.findByIds(
    'treatment-stages',
    articles.flatMap((article) => idsOf(article.stages)),
    { title: true },
  );
  return articles.map(({ slug, title, summary, stages: ids }) => ({
    title,
    summary,
    href: documentPath('articles', slug),
    stages: idsOf(ids).flatMap((id) => stages.get(id)?.title ?? []),
  }));
}
