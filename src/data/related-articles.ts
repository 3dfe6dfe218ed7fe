import type { Where } from 'payload';
import { idsOf } from '#domain/relation.ts';
import type { ArticleCard } from '#domain/view-models.ts';
import type { Article } from '#payload-types.ts';
import { cardsOf, type Listed, NEWEST } from './articles.ts';
import type { Reader } from './reader.ts';

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
  const named = [...new Set([...chosen, ...idsOf(about?.related)])].filter(
    (id) => id !== about?.id,
  );
  const published = await reader.byIds('articles', named, NEWEST.select);
  const related: Listed[] = named
    .flatMap((id) => published.get(id) ?? [])
    .slice(0, Math.max(chosen.length, count));
  const missing = () => count - related.length;
  const exclude = () => ({ id: { not_in: [about?.id ?? '', ...related.map(({ id }) => id)] } });
  if (about && missing() > 0) {
    const where = { and: [exclude(), sharing(about)] };
    const { docs } = await reader.list('articles', {
      ...NEWEST,
      where,
      limit: CANDIDATES,
      pagination: false,
    });
    const ranked = docs.toSorted((a, b) => overlap(b, about) - overlap(a, about));
    related.push(...ranked.slice(0, missing()));
  }
  if (missing() > 0) {
    const { docs } = await reader.list('articles', {
      ...NEWEST,
      where: exclude(),
      limit: missing(),
      pagination: false,
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
