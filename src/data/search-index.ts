import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { FullTextIndex, type IndexedDocument } from '#data/search/full-text-index.ts';
import { LANGUAGES } from '#data/search/languages.ts';
import {
  PUBLIC_COLLECTIONS,
  SEARCHABLE_COLLECTIONS,
  type SearchableCollection,
} from '#domain/collections.ts';
import { LOCALES, type Locale } from '#domain/locales.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import {
  extractLocalizedTexts,
  facetsOf,
  isPublished,
  type SearchableDocument,
  streamPublishedBatches,
} from './searchable-documents.ts';

/** A full-text index for each locale. */
export type SearchIndex = ReadonlyMap<Locale, FullTextIndex>;

/** Documents to index before yielding to the event loop; a batch takes some milliseconds. */
const BATCH_SIZE = 10;

/** Builds an index of all published documents. */
export async function buildSearchIndex(): Promise<SearchIndex> {
  const index = new Map(LOCALES.map((locale) => [locale, new FullTextIndex(LANGUAGES[locale])]));
  for (const collection of SEARCHABLE_COLLECTIONS) {
    for await (const batch of streamPublishedBatches(collection, BATCH_SIZE)) {
      indexDocuments(index, collection, batch);
      await yieldToEventLoop();
    }
  }
  return index;
}

/**
 * Updates one document in the index, or removes it if it is not published any more.
 * @param doc undefined or null if the document was deleted
 */
export function updateSearchIndex(
  index: SearchIndex,
  collection: SearchableCollection,
  id: string,
  doc: SearchableDocument | null | undefined,
): void {
  if (doc && isPublished(doc)) indexDocuments(index, collection, [doc]);
  else for (const fullTextIndex of index.values()) fullTextIndex.remove({ collection, id });
}

function indexDocuments(
  index: SearchIndex,
  collection: SearchableCollection,
  docs: SearchableDocument[],
): void {
  for (const [locale, fullTextIndex] of index) {
    fullTextIndex.put(docs.flatMap((doc) => toIndexedDocument(collection, doc, locale) ?? []));
  }
}

/** Undefined for a document that cannot be read: it must not keep the others out of the index. */
function toIndexedDocument(
  collection: SearchableCollection,
  doc: SearchableDocument,
  locale: Locale,
): IndexedDocument | undefined {
  const id = String(doc._id);
  try {
    const texts = extractLocalizedTexts(collection, doc, locale);
    const facets = facetsOf(collection, doc);
    return { collection, id, texts, facets, boost: PUBLIC_COLLECTIONS[collection].search.boost };
  } catch (error) {
    logFailure('search-document-failed', error, { collection, id });
    return undefined;
  }
}
