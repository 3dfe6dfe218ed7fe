import type { Where } from 'payload';
import { pathOf } from '#domain/href.ts';
import { idsOf } from '#domain/relation.ts';
import type { ArticleCard, Paged } from '#domain/view-models.ts';
import type { Article } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** The published article at this slug. */
export const findArticle = (reader: Reader, slug: string): Promise<Article | undefined> =>
  reader.bySlug('articles', slug);

/** What a list shows of an article, and what it is related by. */
export type Listed = Pick<Article, 'id' | 'slug' | 'title' | 'summary' | 'stages' | 'topics'>;

const LISTED = { slug: true, title: true, summary: true, stages: true, topics: true } as const;

/** As many articles as a page of a list holds. */
export const PAGE_LENGTH = 12;

/** Newest first, and only what a list shows. */
export const NEWEST = { sort: '-publishedAt', select: LISTED };

/** Published articles, newest first, a page at a time; only those that match if a condition is given. */
export async function listArticles(
  reader: Reader,
  { where, page = 1, limit = PAGE_LENGTH }: { where?: Where; page?: number; limit?: number } = {},
): Promise<Paged> {
  const found = await reader.list('articles', { ...NEWEST, where, page, limit });
  return { cards: await cardsOf(reader, found.docs), page, pages: found.totalPages };
}

/** Articles as lists show them. */
export async function cardsOf(reader: Reader, articles: Listed[]): Promise<ArticleCard[]> {
  const stages = await reader.byIds(
    'treatment-stages',
    articles.flatMap((article) => idsOf(article.stages)),
    { title: true },
  );
  return articles.map(({ slug, title, summary, stages: ids }) => ({
    title,
    summary,
    href: pathOf('articles', slug),
    stages: idsOf(ids).flatMap((id) => stages.get(id)?.title ?? []),
  }));
}
