import type { Where } from 'payload';
import { idsOf } from '#domain/relationship.ts';
import type { ArticleCardView } from '#domain/view-models.ts';
import type { Article } from '#payload-types.ts';
import { type ListedArticle, loadArticleCards, NEWEST_FIRST } from './articles.ts';
import type { Reader } from './reader.ts';

/** The fields of an article that related articles are found by. */
export type ArticleRelations = Pick<Article, 'id' | 'stages' | 'topics' | 'related'>;

/** Newest articles to rank by the stages and topics that they share. */
const CANDIDATES = 60;

/**
 * Finds articles to read next: first those chosen, then those that the article names, then those that share the most
 * stages and topics, then the newest. Returns `count` articles, or more if more were chosen; none only if there is no
 * other article.
 * @param chosen ids that the editor chose in the block
 * @param article undefined on a page that is no article: the newest follow the chosen ones
 */
export async function findRelatedArticles(
  reader: Reader,
  chosen: string[],
  article: ArticleRelations | undefined,
  count: number,
): Promise<ArticleCardView[]> {
  const namedIds = [...new Set([...chosen, ...idsOf(article?.related)])].filter(
    (id) => id !== article?.id,
  );
  const published = await reader.findByIds('articles', namedIds, NEWEST_FIRST.select);
  const related: ListedArticle[] = namedIds
    .flatMap((id) => published.get(id) ?? [])
    .slice(0, Math.max(chosen.length, count));
  const missingCount = () => count - related.length;
  const whereOther = () => ({
    id: { not_in: [article?.id ?? '', ...related.map(({ id }) => id)] },
  });
  if (article && missingCount() > 0) {
    const where = { and: [whereOther(), whereRelated(article)] };
    const { docs } = await reader.list('articles', {
      ...NEWEST_FIRST,
      where,
      limit: CANDIDATES,
      pagination: false,
    });
    const ranked = docs.toSorted((a, b) => countShared(b, article) - countShared(a, article));
    related.push(...ranked.slice(0, missingCount()));
  }
  if (missingCount() > 0) {
    const { docs } = await reader.list('articles', {
      ...NEWEST_FIRST,
      where: whereOther(),
      limit: missingCount(),
      pagination: false,
    });
    related.push(...docs);
  }
  return loadArticleCards(reader, related);
}

const whereRelated = ({ stages, topics }: ArticleRelations): Where => ({
  or: [{ stages: { in: idsOf(stages) } }, { topics: { in: idsOf(topics) } }],
});

const countShared = (
  article: Pick<ListedArticle, 'stages' | 'topics'>,
  other: typeof article,
): number => {
  const shared = new Set([...idsOf(other.stages), ...idsOf(other.topics)]);
  return [...idsOf(article.stages), ...idsOf(article.topics)].filter((id) => shared.has(id)).length;
};
