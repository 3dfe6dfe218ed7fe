/** The page of a list that an address asks for, from 1; undefined if what it says is no page. */
export function pageNumber(query: URLSearchParams): number | undefined {
  const asked = query.get('page') ?? '1';
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : undefined;
}

/** The address of a page of the list at this path. */
export const pagePath = (path: string, page: number): string =>
  page > 1 ? `${path}?page=${page}` : path;
