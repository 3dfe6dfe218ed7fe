/** The target of a request in origin-form (RFC 9112, 3.2.1), with its path normalized. */
export interface RequestTarget {
  path: string;
  /** Without the question mark. */
  query: string;
}

const UNRESERVED = /[A-Za-z0-9\-._~]/;
/** Empty and dot segments, backslashes, and characters that have to be percent-encoded. */
const AMBIGUOUS = /\/\/|\\|\/\.{1,2}(?=\/|$)|[^\x21-\x7e]/;

/**
 * Parses a request target, so that each path has one cache key and one meaning.
 * @returns undefined if it is not in origin-form, or if a server could resolve it to another path
 */
export function parseRequestTarget(url: string): RequestTarget | undefined {
  if (!url.startsWith('/')) return undefined;
  const queryAt = url.indexOf('?');
  const rawPath = queryAt < 0 ? url : url.slice(0, queryAt);
  const path = rawPath.includes('%') ? normalizePercentEncoding(rawPath) : rawPath;
  if (AMBIGUOUS.test(path)) return undefined;
  return { path, query: queryAt < 0 ? '' : url.slice(queryAt + 1) };
}

/** Returns the URL to link to for another try. A URL that starts with `//` would lead to another site. */
export const retryUrl = (url = '/'): string => (parseRequestTarget(url) ? url : '/');

/** Normalizes the percent-encoding of a path (RFC 3986, 6.2.2): unreserved characters are decoded. */
export const normalizePercentEncoding = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return UNRESERVED.test(character) ? character : escaped.toUpperCase();
  });
