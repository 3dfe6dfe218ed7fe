import { isAtOrBelow } from '#domain/addresses.ts';
import { type SiteIndex, siteIndex } from '#domain/site-index.ts';
import { type Address, spelled } from './address.ts';

/** What the site is known to have at an address. */
export type Standing =
  /** An answer for everybody; `key` is the address without what does not matter. */
  | { at: 'shared'; key: string }
  /** Something else each time. */
  | { at: 'passed' }
  /** The same without the slash at its end. */
  | { at: 'slash'; path: string }
  | { at: 'nothing' };

/** The addresses of a site, as it told them. */
export interface Known extends Pick<SiteIndex, 'stand' | 'labels'> {
  find(address: Address): Standing;
}

/**
 * Reads what the site says of its addresses.
 * @throws Error if it is not what we understand
 */
export function knownFrom(json: string): Known {
  const { shared, lists, passed, stand, labels } = siteIndex.parse(JSON.parse(json));
  const paths = new Set(shared.map(inOneSpelling));
  const cut = new Map(Object.entries(lists).map(([path, list]) => [path, listFrom(list)]));
  const stands = new Set(Object.values(stand));
  return {
    stand,
    labels,
    find({ path, query }) {
      if (paths.has(path)) {
        const rest = query ? canonical(cut.get(path), query) : '';
        return rest === undefined ? { at: 'nothing' } : { at: 'shared', key: path + rest };
      }
      if (stands.has(path)) return { at: 'nothing' };
      if (isAtOrBelow(passed, path)) return { at: 'passed' };
      const bare = path.replace(/\/$/, '');
      return bare !== path && paths.has(bare) ? { at: 'slash', path: bare } : { at: 'nothing' };
    },
  };
}

interface List {
  by: readonly string[];
  pages: ReadonlyMap<string, number>;
}

/** What is looked up at each request is made once. */
const listFrom = ({ by, pages }: SiteIndex['lists'][string]): List => ({
  by,
  pages: new Map(Object.entries(pages)),
});

/** An address as browsers send it. */
const inOneSpelling = (path: string): string =>
  /^[\w\-./~]*$/.test(path) ? path : spelled(new URL(path, 'http://site').pathname);

/**
 * The part of a query that the site looks at, in one order: the first of each name, nothing empty.
 * @returns undefined if the site has no such list, or not so many pages of it
 */
function canonical(list: List | undefined, query: string): string | undefined {
  if (!list) return '';
  const asked = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of list.by) {
    const value = asked.get(name);
    if (value) kept.set(name, value);
  }
  const pages = list.pages.get(String(kept));
  const page = asked.get('page');
  if (!pages || (page && !isPageOf(pages, page))) return undefined;
  if (page) kept.set('page', page);
  return kept.size > 0 ? `?${kept}` : '';
}

const isPageOf = (pages: number, page: string): boolean =>
  /^[1-9]\d{0,8}$/.test(page) && Number(page) <= pages;
