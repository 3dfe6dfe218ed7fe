import { expect, it } from 'vitest';
import { FullTextIndex } from './full-text-index.ts';
import { LANGUAGES } from './languages.ts';

const MANY = 2400;
const PAGE = 200;

/** Each document matches in one of these places. Further down, BM25 scores it higher: the word is more frequent and the text shorter. */
const PLACES = ['title', 'summary', 'body'] as const;

const index = new FullTextIndex(LANGUAGES.en);
index.put(
  Array.from({ length: MANY }, (_, n) => {
    const place = PLACES[n % 3] ?? 'body';
    const words = (n < 30 ? 'evening tea ' : 'tea ').repeat(1 + 2 * (n % 3));
    const body = 'other '.repeat(500 - 250 * (n % 3));
    return {
      collection: 'articles',
      id: `${place} ${n}`,
      facets: n % 2 ? ['odd'] : [],
      texts: { title: '', summary: '', headings: '', body, [place]: words },
      boost: 1,
    };
  }),
);

/** Returns the ids of all results, read page by page. */
function findAllPages(typed: string, facets: string[] = []): string[] {
  const ids: string[] = [];
  for (let offset = 0; offset < MANY; offset += PAGE) {
    const { keys } = index.find({ typed, facets, limit: PAGE, offset });
    ids.push(...keys.map(({ id }) => id));
  }
  return ids;
}

const places = (ids: string[]) => ids.map((id) => id.split(' ')[0]);
const repeat = (count: number, place: string) => Array.from({ length: count }, () => place);

it('ranks titles before summaries and bodies, among many matches and over all pages, without duplicates', () => {
  const ids = findAllPages('tea');
  expect(new Set(ids).size).toBe(MANY);
  expect(places(ids)).toEqual(PLACES.flatMap((place) => repeat(MANY / 3, place)));
});

it('ranks the matches of a facet in the same order', () => {
  expect(places(findAllPages('tea', ['odd']))).toEqual(
    PLACES.flatMap((place) => repeat(MANY / 6, place)),
  );
});

it('ranks documents with all words before those with some, wherever the words stand', () => {
  const ids = findAllPages('evening tea');
  expect(new Set(ids).size).toBe(MANY);
  expect(places(ids.slice(0, 30))).toEqual(PLACES.flatMap((place) => repeat(10, place)));
});
