import type { DocumentKey } from '#data/search/ranking.ts';
import {
  PUBLIC_COLLECTIONS,
  SEARCHABLE_COLLECTIONS,
  type SearchableCollection,
} from '#domain/collections.ts';
import { documentPath } from '#domain/href.ts';
import type { SearchResult, SearchResults } from '#domain/search-results.ts';
import { pickLocale } from './published-names.ts';
import type { Reader } from './reader.ts';
import { getSearchIndex } from './search-index-sync.ts';
import {
  extractLocalizedTexts,
  findPublishedByIds,
  type SearchableDocument,
} from './searchable-documents.ts';

/** Results per page. */
const PAGE_LENGTH = 10;

/** A search of a visitor. */
export interface SearchQuery {
  /** The query as it was typed. */
  typed: string;
  /** Ids of the stage and the topic that results must be about. */
  facets?: string[];
  /** Page number, from 1. */
  page?: number;
}

/** Returns a page of the published documents that match a query, best first. */
export async function search(
  { locale }: Pick<Reader, 'locale'>,
  { typed, facets = [], page = 1 }: SearchQuery,
): Promise<SearchResults> {
  const index = (await getSearchIndex()).get(locale);
  if (!index) throw new Error(`There is no index for ${locale}.`);
  const limit = PAGE_LENGTH;
  const offset = (page - 1) * limit;
  const result = index.find({ typed, facets, limit, offset });
  const docs = await loadDocuments(result.keys);
  const highlighted = index.highlight(
    docs.map(({ collection, doc }) => extractLocalizedTexts(collection, doc, locale)),
    result.matchAny,
  );
  const results = docs.flatMap(({ collection, doc }, n): SearchResult[] => {
    const [slug, texts] = [pickLocale(doc.slug, locale), highlighted[n]];
    return slug && texts
      ? [
          {
            ...texts,
            href: documentPath(collection, slug),
            typeLabel: PUBLIC_COLLECTIONS[collection].search.label,
          },
        ]
      : [];
  });
  const { total, correctedQuery, mayBeInDanger } = result;
  return {
    results,
    first: offset + 1,
    total,
    pages: Math.ceil(total / limit),
    correctedQuery,
    mayBeInDanger,
  };
}

/** Loads the documents that are still published, in the order of their keys. */
async function loadDocuments(
  keys: DocumentKey[],
): Promise<{ collection: SearchableCollection; doc: SearchableDocument }[]> {
  const docsByCollection = await Promise.all(
    SEARCHABLE_COLLECTIONS.map(async (collection) => {
      const ids = keys.flatMap((key) => (key.collection === collection ? [key.id] : []));
      const docs = await findPublishedByIds(collection, ids);
      return docs.map((doc) => ({ collection, doc }));
    }),
  );
  const loaded = docsByCollection.flat();
  return keys.flatMap(
    ({ collection, id }) =>
      loaded.find((entry) => entry.collection === collection && String(entry.doc._id) === id) ?? [],
  );
}
