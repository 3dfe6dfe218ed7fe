import type {
  DataFromCollectionSlug,
  DataFromGlobalSlug,
  GlobalSlug,
  PaginatedDocs,
  Where,
} from 'payload';
import type { PublicCollection } from '#domain/collections.ts';
import type { Locale } from '#domain/locales.ts';
import type { Redirect } from '#payload-types.ts';
import { payload } from './payload.ts';
import {
  countPublished,
  listPublishedNames,
  type PublishedSlug,
  streamPublishedSlugs,
} from './published-names.ts';

interface ListOptions {
  where?: Where;
  sort?: string;
  limit?: number;
  page?: number;
  /** False skips counting all matches. */
  pagination?: false;
  /** Loads only these fields: for lists of long documents. */
  select?: Record<string, true>;
}

/**
 * Reads documents with a visitor's rights, and records the cache tags of what it read: a change purges the pages with
 * its tags. Create one reader per page.
 */
export interface Reader {
  readonly locale: Locale;
  /**
   * Cache tags: `<collection>:<id>` for a document, `<collection>` for a list, `global:<slug>` for a global, and
   * `<collection>:<id>:self` for the document whose page it is.
   */
  readonly tags: ReadonlySet<string>;
  /** Lists published documents; Payload's default sort unless `sort` is given. */
  list<C extends PublicCollection>(
    collection: C,
    options?: ListOptions,
  ): Promise<PaginatedDocs<DataFromCollectionSlug<C>>>;
  /** Finds the published document with a slug, and tags the page as the page of this document. */
  findBySlug<C extends PublicCollection>(
    collection: C,
    slug: string,
  ): Promise<DataFromCollectionSlug<C> | undefined>;
  /** Tags the page as the page of this document: it is gone once the document is unpublished. */
  tagPageDocument(collection: PublicCollection, id: string): void;
  /** Finds the redirect from a path, and tags the page with it. */
  findRedirectFrom(path: string): Promise<Redirect | undefined>;
  /** Finds the published documents with these ids; `select` limits the fields. */
  findByIds<C extends PublicCollection>(
    collection: C,
    ids: Iterable<string>,
    select?: ListOptions['select'],
  ): Promise<Map<string, DataFromCollectionSlug<C>>>;
  /** Loads a global, once per reader. */
  findGlobal<G extends GlobalSlug>(slug: G): Promise<DataFromGlobalSlug<G>>;
  /** Lists the URL names of all published documents of a collection, unsorted: slugs, file names, or paths of redirects. */
  listNames(collection: PublicCollection): Promise<string[]>;
  /** Counts the published documents of a collection. */
  countPublished(collection: PublicCollection): Promise<number>;
  /** Streams slugs of the published documents of a collection, oldest document first. */
  streamPublishedSlugs(
    collection: PublicCollection,
    range: { skip: number; limit: number },
  ): AsyncIterable<PublishedSlug>;
}

/** Creates a reader for one page. */
export function createReader(locale: Locale): Reader {
  const tags = new Set<string>();
  const globals = new Map<GlobalSlug, Promise<unknown>>();
  // The site has no signed-in users.
  const asVisitor = { locale, depth: 0, overrideAccess: false } as const;
  const tagPageDocument: Reader['tagPageDocument'] = (collection, id) => {
    tags.add(`${collection}:${id}`).add(`${collection}:${id}:self`);
  };

  return {
    locale,
    tags,
    async list(collection, options = {}) {
      tags.add(collection);
      const result = await (await payload()).find({ collection, ...asVisitor, ...options });
      return result as PaginatedDocs<never>;
    },
    async findBySlug(collection, slug) {
      const { docs } = await (await payload()).find({
        collection,
        where: { slug: { equals: slug } },
        limit: 1,
        pagination: false,
        ...asVisitor,
      });
      const [doc] = docs;
      if (doc) tagPageDocument(collection, String(doc.id));
      else tags.add(collection);
      return doc as never;
    },
    tagPageDocument,
    async findRedirectFrom(path) {
      const { docs } = await (await payload()).find({
        collection: 'redirects',
        where: { from: { equals: path } },
        limit: 1,
        pagination: false,
        ...asVisitor,
      });
      const [redirect] = docs;
      // Also without a redirect: a new one purges the page that was missing.
      tags.add('redirects');
      if (redirect) tagPageDocument('redirects', redirect.id);
      return redirect;
    },
    async findByIds(collection, ids, select) {
      const uniqueIds = [...new Set(ids)];
      if (uniqueIds.length === 0) return new Map();
      for (const id of uniqueIds) tags.add(`${collection}:${id}`);
      const { docs } = await (await payload()).find({
        collection,
        where: { id: { in: uniqueIds } },
        pagination: false,
        select,
        ...asVisitor,
      });
      return new Map(docs.map((doc) => [String(doc.id), doc as never]));
    },
    async findGlobal(slug) {
      tags.add(`global:${slug}`);
      const loading =
        globals.get(slug) ?? payload().then((api) => api.findGlobal({ slug, ...asVisitor }));
      globals.set(slug, loading);
      return (await loading) as never;
    },
    listNames(collection) {
      tags.add(collection);
      return listPublishedNames(collection, locale);
    },
    countPublished(collection) {
      tags.add(collection);
      return countPublished(collection);
    },
    streamPublishedSlugs(collection, range) {
      tags.add(collection);
      return streamPublishedSlugs(collection, locale, range);
    },
  };
}
