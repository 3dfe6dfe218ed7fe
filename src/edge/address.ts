/** What an address asks for, spelled in one way only. */
export interface Address {
  path: string;
  /** Without the question mark. */
  query: string;
}

const UNRESERVED = /[A-Za-z0-9\-._~]/;
const ODD = /\/\/|\\|\/\.{1,2}(?=\/|$)|[^\x21-\x7e]/;

/**
 * Reads the address of a request. A path has one spelling: what need not be escaped is not (RFC 3986,
 * 6.2.2).
 * @returns undefined for one that is no path of a site, or leads elsewhere than it looks
 */
export function addressOf(url: string): Address | undefined {
  if (!url.startsWith('/')) return undefined;
  const mark = url.indexOf('?');
  const raw = mark < 0 ? url : url.slice(0, mark);
  const path = raw.includes('%') ? spelled(raw) : raw;
  if (ODD.test(path)) return undefined;
  return { path, query: mark < 0 ? '' : url.slice(mark + 1) };
}

/** Where to try again; one that begins with two slashes would lead to another site. */
export const againAt = (url = '/'): string => (addressOf(url) ? url : '/');

/** The path in its one spelling. */
export const spelled = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const sign = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return UNRESERVED.test(sign) ? sign : escaped.toUpperCase();
  });
