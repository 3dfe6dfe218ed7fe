import { pathOf } from '#domain/href.ts';
import type { SearchResult } from '#domain/shown.ts';
import type { Reader } from './reader.ts';

const MAX_WORDS = 8;
const MAX_RESULTS = 20;
/** Enough of each collection to find the best among. */
const CANDIDATES = 50;

/** Where words stand in a rich text: in paragraphs, links, lists, and in what its blocks hold. */
const textIn = (field: string): string[] =>
  [
    'children.text',
    'children.children.text',
    'children.children.children.text',
    'fields.heading',
    'fields.quote',
    'fields.body.root.children.children.text',
    'fields.items.question',
    'fields.items.answer.root.children.children.text',
  ].map((place) => `${field}.root.children.${place}`);

/** What is searched, what a result is called, and which of its fields hold words. */
const SEARCHED = [
  { collection: 'treatment-stages', what: 'Stage', text: ['whatHappens', 'whatComesNext'] },
  { collection: 'articles', what: 'Article', text: ['body'] },
  { collection: 'pages', what: 'Page', text: ['body'] },
  { collection: 'topics', what: 'Topic', text: [] },
] as const;

/** The words that a visitor searches for, without marks and signs. */
export const wordsIn = (typed: string): string[] =>
  [...new Set(typed.toLowerCase().split(/[^\p{L}\p{N}]+/u))].filter(Boolean).slice(0, MAX_WORDS);

/** Published documents that have all of the words; those that name them in their title come first. */
export async function search(reader: Reader, words: string[]): Promise<SearchResult[]> {
  if (words.length === 0) return [];
  const found = await Promise.all(
    SEARCHED.map(async ({ collection, what, text }) => {
      const fields = ['title', 'summary', ...text.flatMap(textIn)];
      const { docs } = await reader.list(collection, {
        where: {
          and: words.map((word) => ({
            or: fields.map((field) => ({ [field]: { contains: word } })),
          })),
        },
        select: { title: true, summary: true, slug: true },
        limit: CANDIDATES,
      });
      return docs.map(({ title, summary, slug }) => ({
        title,
        summary,
        href: pathOf(collection, slug),
        what,
      }));
    }),
  );
  const weigh = rankBy(words);
  return found
    .flat()
    .toSorted((a, b) => weigh(b) - weigh(a))
    .slice(0, MAX_RESULTS);
}

/** A word in the title weighs more than one in the summary, and that more than one in the text. */
const rankBy =
  (words: string[]) =>
  ({ title, summary }: SearchResult): number =>
    words.reduce((weight, word) => {
      if (title.toLowerCase().includes(word)) return weight + 4;
      return weight + (summary.toLowerCase().includes(word) ? 2 : 1);
    }, 0);
