import type { DatabaseSync } from 'node:sqlite';
import type { Expression } from './expression.ts';

/** A document by its collection and id. */
export interface Key {
  collection: string;
  id: string;
}

/** A part of what is found. */
export interface Part {
  /** Ids of all that it has to be about. */
  about: string[];
  limit: number;
  offset: number;
}

/** Of what has only some of the words, nothing is shown where so much has all of them. */
const ENOUGH = 100;

/** Among so many texts, where the words stand comes before what they weigh, which takes long to find out for all. */
const MANY = 1000;

/** How much a word weighs in a title, a summary, a heading and a body. */
const WEIGHTS = [8, 4, 4, 1];

const ABOUT = `(:about = '[]' or not exists (
    select value from json_each(:about) except select value from json_each(documents.about)))`;

const COUNT = `
  select count(*) as total from texts
  where texts match :match and (:about = '[]' or rowid in (select id from documents where ${ABOUT}))`;

const matches = (parameter: string) =>
  `in (select rowid from texts where texts match :${parameter})`;

/** Of what matches, that of one tier: what is in a narrower one first, then by weight. */
const FIND = (narrower: string[]) => `
  with found as (
    select rowid as id, bm25(texts, ${WEIGHTS}) as weight from texts
    where texts match :match and (:tier = :match or +rowid ${matches('tier')}))
  select collection, key from found join documents using (id)
  where ${ABOUT}
  order by ${narrower.map((tier) => `id ${matches(tier)} desc,`).join(' ')} weight * worth, id
  limit :limit offset :offset`;

/** Puts in order what has the words. */
export class Ranking {
  readonly #db: DatabaseSync;

  /** @param db with the tables `documents` and `texts` */
  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Some of it, the best first, and how much there is in all. */
  find(expression: Expression, { about, limit, offset }: Part): { keys: Key[]; total: number } {
    const narrowed = { about: JSON.stringify(about) };
    const count = this.#counter(narrowed);
    const match = count(expression.all) < ENOUGH ? expression.any : expression.all;
    const total = count(match);
    if (total <= offset) return { keys: [], total };
    const tiers = [...tiersOf(expression, total), match];
    const at = tiers.findIndex((tier) => tier === match || count(tier) >= offset + limit);
    const narrower = Object.fromEntries(tiers.slice(0, at).map((tier, n) => [`tier${n}`, tier]));
    const rows = this.#db
      .prepare(FIND(Object.keys(narrower)))
      .all({ match, tier: tiers[at] ?? match, ...narrower, ...narrowed, limit, offset });
    return {
      keys: rows.map(({ collection, key }) => ({
        collection: String(collection),
        id: String(key),
      })),
      total,
    };
  }

  /** Counts what matches, each expression once. */
  #counter(narrowed: { about: string }): (match: string) => number {
    const statement = this.#db.prepare(COUNT);
    const counted = new Map<string, number>();
    return (match) => {
      const known = counted.get(match);
      if (known !== undefined || !match) return known ?? 0;
      const count = Number(statement.get({ match, ...narrowed })?.total);
      counted.set(match, count);
      return count;
    };
  }
}

/** Each holds all of those before it. */
const tiersOf = ({ all, any }: Expression, total: number): string[] =>
  total < MANY
    ? [all]
    : [
        `{title} : (${all})`,
        `${IN_SIGHT} : (${all})`,
        `(${all}) AND ${IN_SIGHT} : (${any})`,
        all,
        `(${all}) OR ${IN_SIGHT} : (${any})`,
      ];

const IN_SIGHT = '{title summary headings}';
