import { setImmediate as others } from 'node:timers/promises';
import { FullText, type Indexed } from '#data/search/full-text.ts';
import { LANGUAGES } from '#data/search/languages.ts';
import { LOCALES, type Locale } from '#domain/locales.ts';
import { logFailure } from '#platform/http/log.ts';
import {
  aboutOf,
  type Document,
  isPublished,
  publishedInBatches,
  SEARCHED,
  type Searched,
  textsIn,
} from './searched.ts';

/** All that can be found, in each language. */
export type SearchIndex = ReadonlyMap<Locale, FullText>;

/** So many go in at once, which takes some milliseconds; then others have their turn. */
const BATCH = 10;

/** How much words count in each kind: pages like the terms speak of all that a visitor asks, and answer little. */
const WORTH: Record<Searched, number> = {
  'treatment-stages': 1,
  articles: 1,
  topics: 1,
  pages: 0.5,
};

/** An index of all that is published now. */
export async function buildIndex(): Promise<SearchIndex> {
  const index = new Map(LOCALES.map((locale) => [locale, new FullText(LANGUAGES[locale])]));
  for (const collection of SEARCHED) {
    for await (const batch of publishedInBatches(collection, BATCH)) {
      put(index, collection, batch);
      await others();
    }
  }
  return index;
}

/** What has become of a document: it can be found as it is now, or not any more. */
export function note(
  index: SearchIndex,
  collection: Searched,
  id: string,
  doc: Document | null | undefined,
): void {
  if (doc && isPublished(doc)) put(index, collection, [doc]);
  else for (const texts of index.values()) texts.remove({ collection, id });
}

function put(index: SearchIndex, collection: Searched, docs: Document[]): void {
  for (const [locale, texts] of index) {
    texts.put(docs.flatMap((doc) => read(collection, doc, locale) ?? []));
  }
}

/** One text that cannot be read must not keep all others from being found. */
function read(collection: Searched, doc: Document, locale: Locale): Indexed | undefined {
  const id = String(doc._id);
  try {
    const [texts, about] = [textsIn(doc, locale), aboutOf(collection, doc)];
    return { collection, id, texts, about, worth: WORTH[collection] };
  } catch (error) {
    logFailure(`search, ${collection} ${id}`, error);
    return undefined;
  }
}
