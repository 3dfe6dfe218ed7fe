import { type ListedCollection, PUBLIC_COLLECTIONS } from '#domain/collections.ts';
import { documentPath } from '#domain/href.ts';
import { idsOf } from '#domain/relationship.ts';
import type { AuthorView } from '#domain/view-models.ts';
import { findAuthorsByIds } from './people.ts';
import type { Reader } from './reader.ts';

/** A published document in files for search engines and feed readers. */
export interface PublishedDocument {
  path: string;
  title: string;
  summary: string;
  /** Time of the first publication, ISO 8601; only for collections that store it. */
  published?: string;
  /** Time of the last change, ISO 8601. */
  changed: string;
}

/** A published article with its authors. */
export interface PublishedArticle extends PublishedDocument {
  authors: AuthorView[];
}

/** Limit of a sitemap file (sitemaps.org, 0.9). */
const MAX_ENTRIES = 50_000;
const PAGE_SIZE = 1000;

/** Lists the published documents of a collection in its default order. */
export async function listPublished(
  reader: Reader,
  collection: ListedCollection,
): Promise<PublishedDocument[]> {
  const all: PublishedDocument[] = [];
  for (let page = 1; all.length < MAX_ENTRIES; page++) {
    const { docs, hasNextPage } = await reader.list(collection, {
      sort: PUBLIC_COLLECTIONS[collection].sitemapOrder,
      limit: PAGE_SIZE,
      page,
      select: SELECTED_FIELDS,
    });
    all.push(...docs.map((doc) => toPublishedDocument(collection, doc)));
    if (!hasNextPage) break;
  }
  return all;
}

/** Lists the newest articles with their authors. */
export async function listNewestArticles(
  reader: Reader,
  limit: number,
): Promise<PublishedArticle[]> {
  const { docs } = await reader.list('articles', {
    sort: PUBLIC_COLLECTIONS.articles.sitemapOrder,
    limit,
    pagination: false,
    select: { ...SELECTED_FIELDS, authors: true },
  });
  const authors = await findAuthorsByIds(
    reader,
    docs.flatMap((doc) => idsOf(doc.authors)),
  );
  return docs.map((doc) => ({
    ...toPublishedDocument('articles', doc),
    authors: idsOf(doc.authors).flatMap((id) => authors.get(id) ?? []),
  }));
}

const SELECTED_FIELDS = {
  slug: true,
  title: true,
  name: true,
  summary: true,
  role: true,
  publishedAt: true,
  updatedAt: true,
} as const;

interface SelectedFields {
  slug: string;
  title?: string;
  name?: string;
  summary?: string;
  role?: string;
  publishedAt?: string | null;
  updatedAt: string;
}

const toPublishedDocument = (
  collection: ListedCollection,
  doc: SelectedFields,
): PublishedDocument => ({
  path: documentPath(collection, doc.slug),
  title: doc.title ?? doc.name ?? '',
  summary: doc.summary ?? doc.role ?? '',
  published: doc.publishedAt ?? undefined,
  changed: doc.updatedAt,
});
