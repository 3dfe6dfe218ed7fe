import { pathOf } from '#domain/href.ts';
import { idsOf } from '#domain/relation.ts';
import type { AuthorView } from '#domain/view-models.ts';
import { authorsById } from './people.ts';
import type { Reader } from './reader.ts';

/** What stands at an address of its own and can be found by it. */
export const LISTED = ['treatment-stages', 'articles', 'pages', 'topics', 'people'] as const;
type ListedCollection = (typeof LISTED)[number];

/** A published document, as files for search engines and feed readers list it. */
export interface Published {
  path: string;
  title: string;
  summary: string;
  /** When it was first published, if it says so, and last changed; ISO 8601. */
  published?: string;
  changed: string;
}

/** A published article with who wrote it. */
export interface Written extends Published {
  authors: AuthorView[];
}

/** One file holds no more (sitemaps.org, 0.9). */
const MAX_ENTRIES = 50_000;
const PAGE = 1000;

/** All published documents of a collection, in its order. */
export async function listPublished(
  reader: Reader,
  collection: ListedCollection,
): Promise<Published[]> {
  const all: Published[] = [];
  for (let page = 1; all.length < MAX_ENTRIES; page++) {
    const { docs, hasNextPage } = await reader.list(collection, {
      sort: ORDER[collection],
      limit: PAGE,
      page,
      select: SELECTED,
    });
    all.push(...docs.map((doc) => listed(collection, doc)));
    if (!hasNextPage) break;
  }
  return all;
}

/** The newest articles, so many at most. */
export async function newestArticles(reader: Reader, limit: number): Promise<Written[]> {
  const { docs } = await reader.list('articles', {
    sort: ORDER.articles,
    limit,
    pagination: false,
    select: { ...SELECTED, authors: true },
  });
  const authors = await authorsById(
    reader,
    docs.flatMap((doc) => idsOf(doc.authors)),
  );
  return docs.map((doc) => ({
    ...listed('articles', doc),
    authors: idsOf(doc.authors).flatMap((id) => authors.get(id) ?? []),
  }));
}

const ORDER: Record<ListedCollection, string> = {
  'treatment-stages': 'position',
  articles: '-publishedAt',
  pages: 'title',
  topics: 'title',
  people: 'name',
};

const SELECTED = {
  slug: true,
  title: true,
  name: true,
  summary: true,
  role: true,
  publishedAt: true,
  updatedAt: true,
} as const;

interface Listed {
  slug: string;
  title?: string;
  name?: string;
  summary?: string;
  role?: string;
  publishedAt?: string | null;
  updatedAt: string;
}

const listed = (collection: ListedCollection, doc: Listed): Published => ({
  path: pathOf(collection, doc.slug),
  title: doc.title ?? doc.name ?? '',
  summary: doc.summary ?? doc.role ?? '',
  published: doc.publishedAt ?? undefined,
  changed: doc.updatedAt,
});
