import type { DatabaseSync } from 'node:sqlite';
import type { MatchExpression } from './match-expression.ts';

/** A document by its collection and id. */
export interface DocumentKey {
  collection: string;
  id: string;
}

/** Which of the matching documents to return. */
export interface FindOptions {
  /** Ids of facets: a document must have all of them. */
  facets: string[];
  limit: number;
  offset: number;
}

/** From so many documents with all terms on, those with only some terms are left out. */
const ENOUGH_FULL_MATCHES = 100;

/** From so many matches on, tiers decide before BM25: scoring all of them would take too long. */
const TIERED_RANKING_FROM = 1000;

/** BM25 weights of title, summary, headings and body. */
const COLUMN_WEIGHTS = [8, 4, 4, 1];

const HAS_FACETS = `(:facets = '[]' or not exists (
    select value from json_each(:facets) except select value from json_each(documents.facets)))`;

const COUNT_QUERY = `
  select count(*) as total from texts
  where texts match :match and (:facets = '[]' or rowid in (select id from documents where ${HAS_FACETS}))`;

const matchesParameter = (parameter: string) =>
  `in (select rowid from texts where texts match :${parameter})`;

/** Builds the query for the matches of one tier: those of narrower tiers first, then by score. */
const buildFindQuery = (narrower: string[]) => `
  with matches as (
    select rowid as id, bm25(texts, ${COLUMN_WEIGHTS}) as score from texts
    where texts match :match and (:tier = :match or +rowid ${matchesParameter('tier')}))
  select collection, key from matches join documents using (id)
  where ${HAS_FACETS}
  order by ${narrower.map((tier) => `id ${matchesParameter(tier)} desc,`).join(' ')} score * boost, id
  limit :limit offset :offset`;

/** Ranks the documents that match a query. */
export class Ranking {
  readonly #db: DatabaseSync;

  /** @param db with the tables `documents` and `texts` */
  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Returns a page of the matching documents, best first, and the number of all. */
  find(
    expression: MatchExpression,
    { facets, limit, offset }: FindOptions,
  ): { keys: DocumentKey[]; total: number } {
    const facetFilter = { facets: JSON.stringify(facets) };
    const count = this.#createCounter(facetFilter);
    const match = count(expression.all) < ENOUGH_FULL_MATCHES ? expression.any : expression.all;
    const total = count(match);
    if (total <= offset) return { keys: [], total };
    const tiers = [...rankingTiers(expression, total), match];
    const at = tiers.findIndex((tier) => tier === match || count(tier) >= offset + limit);
    const narrower = Object.fromEntries(tiers.slice(0, at).map((tier, n) => [`tier${n}`, tier]));
    const rows = this.#db
      .prepare(buildFindQuery(Object.keys(narrower)))
      .all({ match, tier: tiers[at] ?? match, ...narrower, ...facetFilter, limit, offset });
    return {
      keys: rows.map(({ collection, key }) => ({
        collection: String(collection),
        id: String(key),
      })),
      total,
    };
  }

  /** Returns a function that counts matches and memoizes the counts. */
  #createCounter(facetFilter: { facets: string }): (match: string) => number {
    const statement = this.#db.prepare(COUNT_QUERY);
    const counts = new Map<string, number>();
    return (match) => {
      const memoized = counts.get(match);
      if (memoized !== undefined || !match) return memoized ?? 0;
      const count = Number(statement.get({ match, ...facetFilter })?.total);
      counts.set(match, count);
      return count;
    };
  }
}

/** Match expressions from narrow to wide: each matches all documents of those before it. */
const rankingTiers = ({ all, any }: MatchExpression, total: number): string[] =>
  total < TIERED_RANKING_FROM
    ? [all]
    : [
        `{title} : (${all})`,
        `${PROMINENT_COLUMNS} : (${all})`,
        `(${all}) AND ${PROMINENT_COLUMNS} : (${any})`,
        all,
        `(${all}) OR ${PROMINENT_COLUMNS} : (${any})`,
      ];

const PROMINENT_COLUMNS = '{title summary headings}';
