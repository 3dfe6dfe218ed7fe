import {
  LINKABLE_COLLECTIONS,
  type LinkableCollection,
  PUBLIC_COLLECTIONS,
} from './collections.ts';
/** A link target that a page may have. */
export interface ParsedHref {
  /** As typed, without surrounding blanks. */
  href: string;
  /** Path, query and fragment on this site, encoded as a browser requests them; undefined for all other targets. */
  path?: string;
}

/** A placeholder for the origin of this site: whether an href is a path does not depend on it. */
const ANY_SITE = 'http://site.invalid';

/** Characters that browsers remove or turn into `/` before they parse a URL, so that it leads elsewhere than it seems. */
const REWRITTEN_BY_BROWSERS = /[\p{Cc}\\]/u;

const WEB_HREF = /^https?:\/\/[^/]/i;
const CONTACT_HREF = /^(?:mailto|tel|sms):./i;

/**
 * Parses an href as a browser does. Returns undefined unless it leads where it seems to lead: to a path of this
 * site, a fragment of the page, a website, an email address or a phone number. All other code relies on this check.
 * @param origin of this site; absolute URLs of this origin count as paths
 */
export function parseHref(typed: unknown, origin = ANY_SITE): ParsedHref | undefined {
  const href = typeof typed === 'string' ? typed.trim() : '';
  if (!href || REWRITTEN_BY_BROWSERS.test(href) || !URL.canParse(href, origin)) return undefined;
  if (href.startsWith('#') || CONTACT_HREF.test(href)) return { href };
  if (!href.startsWith('/') && !WEB_HREF.test(href)) return undefined;
  const url = new URL(href, origin);
  // A user name before the host can look like another host. Some browsers warn about it.
  if (url.username || url.password) return undefined;
  const isOurs = url.origin === origin;
  if (!isOurs) return href.startsWith('/') ? undefined : { href };
  // `/.//elsewhere.example` is a path, but resolves to `//elsewhere.example`, which is another host.
  if (url.pathname.startsWith('//')) return undefined;
  return { href, path: url.pathname + url.search + url.hash };
}

/** Returns the path of a document. */
export const documentPath = (collection: LinkableCollection, slug: string): string =>
  `${PUBLIC_COLLECTIONS[collection].pathPrefix}/${slug}`;

/** Returns the collection and slug that a path belongs to, the inverse of `documentPath`. The document may not exist. */
export function parseDocumentPath(
  path: string,
): { collection: LinkableCollection; slug: string } | undefined {
  const cut = path.lastIndexOf('/');
  const collection = LINKABLE_COLLECTIONS.find(
    (name) => PUBLIC_COLLECTIONS[name].pathPrefix === path.slice(0, cut),
  );
  return collection && { collection, slug: path.slice(cut + 1) };
}
