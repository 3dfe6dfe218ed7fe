import type { Where } from 'payload';
import { pathOf } from '#domain/href.ts';
import { idsOf } from '#domain/relation.ts';
import type { ArticleCard } from '#domain/shown.ts';
import type { Article } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** The published article at this slug. */
export const findArticle = (reader: Reader, slug: string): Promise<Article | undefined> =>
  reader.bySlug('articles', slug);

/** What a list shows of an article, and what it is related by. */
type Listed = Pick<Article, 'id' | 'slug' | 'title' | 'summary' | 'stages' | 'topics'>;

const LISTED = { slug: true, title: true, summary: true, stages: true, topics: true } as const;

const NEWEST = { sort: '-publishedAt', select: LISTED };

export interface ArticlePage {
  cards: ArticleCard[];
  page: number;
  pages: number;
}

/** Published articles, newest first, a page at a time; only those that match if a condition is given. */
export async function listArticles(
  reader: Reader,
  { where, page = 1, limit = 12 }: { where?: Where; page?: number; limit?: number } = {},
): Promise<ArticlePage> {
  const found = await reader.list('articles', { ...NEWEST, where, page, limit });
  return { cards: await cardsOf(reader, found.docs), page, pages: found.totalPages };
}

async function cardsOf(reader: Reader, articles: Listed[]): Promise<ArticleCard[]> {
  const stages = await reader.byIds(
    'treatment-stages',
    articles.flatMap((article) => idsOf(article.stages)),
  );
  return articles.map(({ slug, title, summary, stages: ids }) => ({
    title,
    summary,
    href: pathOf('articles', slug),
    stages: idsOf(ids).flatMap((id) => stages.get(id)?.title ?? []),
  }));
}

/** What an article is related by; a page is related to nothing and reads on with the newest. */
export type About = Pick<Article, 'id' | 'stages' | 'topics' | 'related'>;

/** Enough of the newest that share something to find those that share the most. */
const CANDIDATES = 60;

/**
 * Articles to read on: those chosen, then those that the article names itself, then those that share
 * the most stages and topics, then the newest, up to `count` or as many as were chosen. Never empty
 * while there is another article.
 */
export async function relatedArticles(
  reader: Reader,
  chosen: string[],
  about: About | undefined,
  count: number,
): Promise<ArticleCard[]> {
  const named = [...new Set([...chosen, ...idsOf(about?.related)])];
  const published = await reader.byIds('articles', named);
  const related: Listed[] = named
    .flatMap((id) => published.get(id) ?? [])
    .slice(0, Math.max(chosen.length, count));
  const missing = () => count - related.length;
  const exclude = () => ({ id: { not_in: [about?.id ?? '', ...related.map(({ id }) => id)] } });
  if (about && missing() > 0) {
    const where = { and: [exclude(), sharing(about)] };
    const { docs } = await reader.list('articles', { ...NEWEST, where, limit: CANDIDATES });
    const ranked = docs.toSorted((a, b) => overlap(b, about) - overlap(a, about));
    related.push(...ranked.slice(0, missing()));
  }
  if (missing() > 0) {
    const { docs } = await reader.list('articles', {
      ...NEWEST,
      where: exclude(),
      limit: missing(),
    });
    related.push(...docs);
  }
  return cardsOf(reader, related);
}

const sharing = ({ stages, topics }: About): Where => ({
  or: [{ stages: { in: idsOf(stages) } }, { topics: { in: idsOf(topics) } }],
});

const overlap = (one: Pick<Listed, 'stages' | 'topics'>, other: typeof one): number => {
  const shared = new Set([...idsOf(other.stages), ...idsOf(other.topics)]);
  return [...idsOf(one.stages), ...idsOf(one.topics)].filter((id) => shared.has(id)).length;
};
