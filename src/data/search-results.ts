import type { Key } from '#data/search/ranking.ts';
import { pathOf } from '#domain/href.ts';
import type { SearchResult, SearchResults } from '#domain/search-results.ts';
import { inLocale } from './names.ts';
import type { Reader } from './reader.ts';
import { searchIndex } from './search-changes.ts';
import { type Document, publishedByIds, SEARCHED, type Searched, textsIn } from './searched.ts';

/** As many results as a page of them holds. */
const PAGE_LENGTH = 10;

/** What a result is called. */
const WHAT: Record<Searched, string> = {
  'treatment-stages': 'Stage of the way',
  articles: 'Article',
  pages: 'Page',
  topics: 'Topic',
};

export interface Asked {
  typed: string;
  /** Ids of the stage and the topic that it should be about. */
  about?: string[];
  /** From 1. */
  page?: number;
}

/** Published documents that have what is searched for, the best first, a page at a time. */
export async function search(
  { locale }: Pick<Reader, 'locale'>,
  { typed, about = [], page = 1 }: Asked,
): Promise<SearchResults> {
  const texts = (await searchIndex()).get(locale);
  if (!texts) throw new Error(`There is no index for ${locale}.`);
  const limit = PAGE_LENGTH;
  const offset = (page - 1) * limit;
  const found = texts.find({ typed, about, limit, offset });
  const docs = await documentsOf(found.keys);
  const marked = texts.mark(
    docs.map(({ doc }) => textsIn(doc, locale)),
    found.any,
  );
  const results = docs.flatMap(({ collection, doc }, n): SearchResult[] => {
    const [slug, one] = [inLocale(doc.slug, locale), marked[n]];
    return slug && one ? [{ ...one, href: pathOf(collection, slug), what: WHAT[collection] }] : [];
  });
  const { total, instead, inDanger } = found;
  return { results, first: offset + 1, total, pages: Math.ceil(total / limit), instead, inDanger };
}

/** Those that are still published, in their order. */
async function documentsOf(keys: Key[]): Promise<{ collection: Searched; doc: Document }[]> {
  const read = await Promise.all(
    SEARCHED.map(async (collection) => {
      const ids = keys.flatMap((key) => (key.collection === collection ? [key.id] : []));
      const docs = await publishedByIds(collection, ids);
      return docs.map((doc) => ({ collection, doc }));
    }),
  );
  const all = read.flat();
  return keys.flatMap(
    ({ collection, id }) =>
      all.find((one) => one.collection === collection && String(one.doc._id) === id) ?? [],
  );
}
