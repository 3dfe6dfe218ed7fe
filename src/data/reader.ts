import type {
  DataFromCollectionSlug,
  DataFromGlobalSlug,
  GlobalSlug,
  PaginatedDocs,
  Where,
} from 'payload';
import type { Locale } from '#domain/locales.ts';
import type { PublicCollection } from '#domain/public-collections.ts';
import type { Redirect } from '#payload-types.ts';
import { countOf, eachOf, namesOf, type StandsAt } from './names.ts';
import { payload } from './payload.ts';

interface ListOptions {
  where?: Where;
  sort?: string;
  limit?: number;
  page?: number;
  /** Where nobody asks how many there are in all, they need not be counted. */
  pagination?: false;
  /** Only these fields are read, for lists that show little of long documents. */
  select?: Record<string, true>;
}

/**
 * Reads what any visitor may see, and remembers what it read: the tags by which a cache learns which
 * pages a change touches. One reader serves one page.
 */
export interface Reader {
  readonly locale: Locale;
  /**
   * `<collection>:<id>` for a document, `<collection>` for a list, `global:<slug>`; and
   * `<collection>:<id>:self` for the document that the page is of, and goes with.
   */
  readonly tags: ReadonlySet<string>;
  /** The documents that match, newest page first unless sorted. */
  list<C extends PublicCollection>(
    collection: C,
    options?: ListOptions,
  ): Promise<PaginatedDocs<DataFromCollectionSlug<C>>>;
  /** The document that stands at this slug and has the page to itself, if it is published. */
  bySlug<C extends PublicCollection>(
    collection: C,
    slug: string,
  ): Promise<DataFromCollectionSlug<C> | undefined>;
  /** Says that the page is of this document: without it there is none. */
  isOf(collection: PublicCollection, id: string): void;
  /** What leads away from this path, if anything does. */
  redirectFrom(path: string): Promise<Redirect | undefined>;
  /** Those of the documents that are published, by id; only these fields of them, if some are named. */
  byIds<C extends PublicCollection>(
    collection: C,
    ids: Iterable<string>,
    select?: ListOptions['select'],
  ): Promise<Map<string, DataFromCollectionSlug<C>>>;
  global<G extends GlobalSlug>(slug: G): Promise<DataFromGlobalSlug<G>>;
  /** By what all that is published of a collection is asked for: slugs, names of files, paths. In no order. */
  names(collection: PublicCollection): Promise<string[]>;
  /** How many documents of a collection are published. */
  count(collection: PublicCollection): Promise<number>;
  /** So many of them from a place on, in the order in which they were made, a few at a time in memory. */
  each(
    collection: PublicCollection,
    part: { skip: number; limit: number },
  ): AsyncIterable<StandsAt>;
}

/** Makes a reader for one page. */
export function createReader(locale: Locale): Reader {
  const tags = new Set<string>();
  const globals = new Map<GlobalSlug, Promise<unknown>>();
  // Nobody is signed in on the site: all that is read is what a visitor may see.
  const asVisitor = { locale, depth: 0, overrideAccess: false } as const;
  const isOf: Reader['isOf'] = (collection, id) => {
    tags.add(`${collection}:${id}`).add(`${collection}:${id}:self`);
  };

  return {
    locale,
    tags,
    async list(collection, options = {}) {
      tags.add(collection);
      const found = await (await payload()).find({ collection, ...asVisitor, ...options });
      return found as PaginatedDocs<never>;
    },
    async bySlug(collection, slug) {
      const { docs } = await (await payload()).find({
        collection,
        where: { slug: { equals: slug } },
        limit: 1,
        pagination: false,
        ...asVisitor,
      });
      const [doc] = docs;
      if (doc) isOf(collection, String(doc.id));
      else tags.add(collection);
      return doc as never;
    },
    isOf,
    async redirectFrom(path) {
      const { docs } = await (await payload()).find({
        collection: 'redirects',
        where: { from: { equals: path } },
        limit: 1,
        pagination: false,
        ...asVisitor,
      });
      const [redirect] = docs;
      // A page that was missing learns of a new one by the first of the two.
      tags.add('redirects');
      if (redirect) isOf('redirects', redirect.id);
      return redirect;
    },
    async byIds(collection, ids, select) {
      const wanted = [...new Set(ids)];
      if (wanted.length === 0) return new Map();
      for (const id of wanted) tags.add(`${collection}:${id}`);
      const { docs } = await (await payload()).find({
        collection,
        where: { id: { in: wanted } },
        pagination: false,
        select,
        ...asVisitor,
      });
      return new Map(docs.map((doc) => [String(doc.id), doc as never]));
    },
    async global(slug) {
      tags.add(`global:${slug}`);
      const read =
        globals.get(slug) ?? payload().then((api) => api.findGlobal({ slug, ...asVisitor }));
      globals.set(slug, read);
      return (await read) as never;
    },
    names(collection) {
      tags.add(collection);
      return namesOf(collection, locale);
    },
    count(collection) {
      tags.add(collection);
      return countOf(collection);
    },
    each(collection, part) {
      tags.add(collection);
      return eachOf(collection, locale, part);
    },
  };
}
