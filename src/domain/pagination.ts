/** Returns the page number in a query, from 1, or undefined if it is not a valid one. Without `page`, it is 1. */
export function parsePageNumber(query: URLSearchParams): number | undefined {
  const page = query.get('page') ?? '1';
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : undefined;
}

/** Returns the path and query of one page of a list. */
export const listPagePath = (path: string, page: number): string =>
  page > 1 ? `${path}?page=${page}` : path;
