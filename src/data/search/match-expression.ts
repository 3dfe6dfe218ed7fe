import type { QueryTerm } from './query-parser.ts';

/** Two FTS5 match expressions for one query (SQLite FTS5, section 3). */
export interface MatchExpression {
  /** Matches documents with every term, each by any of its alternatives. */
  all: string;
  /** Matches documents with at least one term. */
  any: string;
}

/** Builds match expressions. Words are letters and digits only, and quoted, so user input is never FTS5 syntax. */
export const buildMatchExpression = (terms: QueryTerm[]): MatchExpression => {
  const termExpressions = terms.map(
    (alternatives) => `(${alternatives.map(matchAllWords).join(' OR ')})`,
  );
  return { all: termExpressions.join(' AND '), any: termExpressions.join(' OR ') };
};

const matchAllWords = (words: string[]): string =>
  `(${words.map((word) => `"${word}"`).join(' AND ')})`;
