import { expect, it } from 'vitest';
import { FullText } from './full-text.ts';
import { LANGUAGES } from './languages.ts';

const MANY = 2400;
const PAGE = 200;

/** In one place of three each; it weighs the more the further down it stands: more often, in a shorter text. */
const PLACES = ['title', 'summary', 'body'] as const;

const index = new FullText(LANGUAGES.en);
index.put(
  Array.from({ length: MANY }, (_, n) => {
    const place = PLACES[n % 3] ?? 'body';
    const words = (n < 30 ? 'evening tea ' : 'tea ').repeat(1 + 2 * (n % 3));
    const body = 'other '.repeat(500 - 250 * (n % 3));
    return {
      collection: 'articles',
      id: `${place} ${n}`,
      about: n % 2 ? ['odd'] : [],
      texts: { title: '', summary: '', headings: '', body, [place]: words },
      worth: 1,
    };
  }),
);

/** Where what is found has it, page after page. */
function pagesOf(typed: string, about: string[] = []): string[] {
  const found: string[] = [];
  for (let offset = 0; offset < MANY; offset += PAGE) {
    const { keys } = index.find({ typed, about, limit: PAGE, offset });
    found.push(...keys.map(({ id }) => id));
  }
  return found;
}

const places = (ids: string[]) => ids.map((id) => id.split(' ')[0]);
const times = (count: number, place: string) => Array.from({ length: count }, () => place);

it('among many, a title comes before a summary and that before a body, over all pages, each once', () => {
  const found = pagesOf('tea');
  expect(new Set(found).size).toBe(MANY);
  expect(places(found)).toEqual(PLACES.flatMap((place) => times(MANY / 3, place)));
});

it('so it is among what is about something', () => {
  expect(places(pagesOf('tea', ['odd']))).toEqual(
    PLACES.flatMap((place) => times(MANY / 6, place)),
  );
});

it('what has all of the words comes before what has some of them, wherever they stand', () => {
  const found = pagesOf('evening tea');
  expect(new Set(found).size).toBe(MANY);
  expect(places(found.slice(0, 30))).toEqual(PLACES.flatMap((place) => times(10, place)));
});
