import { type SiteIndex, siteIndexSchema } from '#domain/site-index.ts';
import { isAtOrBelow } from '#domain/site-paths.ts';
import { normalizePercentEncoding, type RequestTarget } from './request-target.ts';

/** How the edge responds at a request target. */
export type Route =
  /** From the cache. `key` is the cache key: the path with the query parameters that matter. */
  | { kind: 'shared'; key: string }
  /** By proxying the request. */
  | { kind: 'proxied' }
  /** By a redirect to the path without its trailing slash. */
  | { kind: 'redirect'; path: string }
  /** With 404 Not Found. */
  | { kind: 'missing' };

/** All routes of the site, from its `/site-index.json`. */
export interface RouteIndex {
  /** Paths of the pages for 404 and 503. */
  fallbackPaths: SiteIndex['stand'];
  /** Labels of form fields by name, for a form replay. */
  labels: SiteIndex['labels'];
  findRoute(target: RequestTarget): Route;
}

/** @throws Error if it is not a valid site index */
export function parseRouteIndex(json: string): RouteIndex {
  const { shared, lists, passed, stand, labels } = siteIndexSchema.parse(JSON.parse(json));
  const sharedPaths = new Set(shared.map(normalizePath));
  const paginatedLists = new Map(
    Object.entries(lists).map(([path, list]) => [path, toPaginatedList(list)]),
  );
  const fallbackPathSet = new Set(Object.values(stand));
  return {
    fallbackPaths: stand,
    labels,
    findRoute({ path, query }) {
      if (sharedPaths.has(path)) {
        const keyQuery = query ? normalizeQuery(paginatedLists.get(path), query) : '';
        return keyQuery === undefined
          ? { kind: 'missing' }
          : { kind: 'shared', key: path + keyQuery };
      }
      if (fallbackPathSet.has(path)) return { kind: 'missing' };
      if (isAtOrBelow(passed, path)) return { kind: 'proxied' };
      const withoutSlash = path.replace(/\/$/, '');
      return withoutSlash !== path && sharedPaths.has(withoutSlash)
        ? { kind: 'redirect', path: withoutSlash }
        : { kind: 'missing' };
    },
  };
}

interface PaginatedList {
  /** Names of the filter parameters, in the order of the cache key. */
  filters: readonly string[];
  /** Number of pages by filter query, `''` without a filter. */
  pageCounts: ReadonlyMap<string, number>;
}

const toPaginatedList = ({ by, pages }: SiteIndex['lists'][string]): PaginatedList => ({
  filters: by,
  pageCounts: new Map(Object.entries(pages)),
});

/** Percent-encodes a path as browsers do. */
const normalizePath = (path: string): string =>
  /^[\w\-./~]*$/.test(path)
    ? path
    : normalizePercentEncoding(new URL(path, 'http://site').pathname);

/**
 * Returns the query of the cache key: the first value of each known parameter, in a fixed order, without empty ones.
 * @returns undefined if the site has no such list, or fewer pages of it
 */
function normalizeQuery(list: PaginatedList | undefined, query: string): string | undefined {
  if (!list) return '';
  const params = new URLSearchParams(query);
  const keyParams = new URLSearchParams();
  for (const name of list.filters) {
    const value = params.get(name);
    if (value) keyParams.set(name, value);
  }
  const pageCount = list.pageCounts.get(String(keyParams));
  const page = params.get('page');
  if (!pageCount || (page && !isPageNumber(page, pageCount))) return undefined;
  if (page) keyParams.set('page', page);
  return keyParams.size > 0 ? `?${keyParams}` : '';
}

const isPageNumber = (page: string, pageCount: number): boolean =>
  /^[1-9]\d{0,8}$/.test(page) && Number(page) <= pageCount;
