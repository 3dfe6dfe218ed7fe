import { inject } from 'vitest';
import { LISTED_COLLECTIONS, type ListedCollection } from '#domain/collections.ts';
import { documentPath } from '#domain/href.ts';
import { SITE_INDEX_PATH, siteIndexSchema } from '#domain/site-index.ts';
import { FIXED_PAGE_PATHS } from '#domain/site-paths.ts';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';

const { url } = inject('site');

/** Request options of a cache in front of the site that can purge by tag: it gets `Cache-Tag` in responses. */
export const AS_SURROGATE = { headers: { 'Surrogate-Capability': 'tests="tags"' } };

const fetchSlugs = async (collection: string): Promise<string[]> => {
  const response = await fetch(`${url}/api/${collection}?limit=100&depth=0&select[slug]=true`);
  const { docs } = (await response.json()) as { docs: { slug: string }[] };
  return docs.map(({ slug }) => slug);
};

const fetchPaths = async (collection: ListedCollection): Promise<string[]> =>
  (await fetchSlugs(collection)).map((slug) => documentPath(collection, slug));

/** Lists pages that any cache may store: those of published documents, and two searches. */
export const listCacheablePages = async (): Promise<string[]> => [
  ...FIXED_PAGE_PATHS,
  ...(await Promise.all(LISTED_COLLECTIONS.map(fetchPaths))).flat(),
  '/search?q=detox',
  '/search?q=nothingofthiskind',
];

/**
 * Lists every page in the site index: published pages, each list with all its filters and page numbers, and
 * fallback pages. Files are left out; their paths have a dot.
 */
export async function listPublishedPages(): Promise<string[]> {
  const response = await fetch(`${url}${SITE_INDEX_PATH}`);
  const { shared, lists, stand } = siteIndexSchema.parse(await response.json());
  const listPages = Object.entries(lists).flatMap(([path, { pages }]) =>
    Object.entries(pages).flatMap(([query, count]) =>
      Array.from({ length: count }, (_, index) => {
        const page = new URLSearchParams(query);
        if (index > 0) page.set('page', `${index + 1}`);
        return page.size > 0 ? `${path}?${page}` : path;
      }),
    ),
  );
  const pages = [...shared, ...listPages, ...Object.values(stand)];
  return [...new Set(pages.filter((path) => !path.includes('.')))];
}

/** The pages of the forms. */
export const FORM_PAGES = SUBMISSION_KINDS.map((kind) => `/requests/${kind}`);

export const MISSING_PAGES = ['/nothing', '/articles/nothing', '/requests/nothing', '/a/b/c'];
