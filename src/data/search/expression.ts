import type { Wanted } from './phrasing.ts';

/** Two questions to the index, in its language (FTS5, 3). */
export interface Expression {
  /** What has all that is wanted, each in one of the ways to say it. */
  all: string;
  /** What has any of it. */
  any: string;
}

/** Words are letters and digits alone, and quoted: nothing that is typed is syntax. */
export const expressionOf = (wanted: Wanted[]): Expression => {
  const things = wanted.map((ways) => `(${ways.map(allOf).join(' OR ')})`);
  return { all: things.join(' AND '), any: things.join(' OR ') };
};

const allOf = (words: string[]): string => `(${words.map((word) => `"${word}"`).join(' AND ')})`;
