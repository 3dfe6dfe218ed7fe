/** An address that a page may link to. */
export interface Address {
  /** As it was typed, without blanks around it. */
  href: string;
  /** Where it leads on this site, as a browser asks for it; undefined for all other addresses. */
  path?: string;
}

/** Stands for this site where its name does not matter: a path is one on every site. */
const ANY_SITE = 'http://site.invalid';

/** Browsers leave these out or turn them round before they read an address; people do not see them. */
const CHANGED = /[\p{Cc}\\]/u;

const WEB = /^https?:\/\/[^/]/i;
const CONTACT = /^(?:mailto|tel|sms):./i;

/**
 * Reads an address as a browser does, and takes one that leads where it looks: a path of this site (or a place on
 * the page), a website, a mail or phone address. The one place that decides it.
 * @param origin of this site, where full addresses of it count as its own
 */
export function addressIn(typed: unknown, origin = ANY_SITE): Address | undefined {
  const href = typeof typed === 'string' ? typed.trim() : '';
  if (!href || CHANGED.test(href) || !URL.canParse(href, origin)) return undefined;
  if (href.startsWith('#') || CONTACT.test(href)) return { href };
  if (!href.startsWith('/') && !WEB.test(href)) return undefined;
  const url = new URL(href, origin);
  // A name before the host looks like another host, and some browsers ask before they go there.
  if (url.username || url.password) return undefined;
  const isOurs = url.origin === origin;
  if (!isOurs) return href.startsWith('/') ? undefined : { href };
  // `/.//elsewhere.example` is a path, and what is left of it when it is resolved is none.
  if (url.pathname.startsWith('//')) return undefined;
  return { href, path: url.pathname + url.search + url.hash };
}

/** What can be linked to by name rather than by address. */
export const LINKABLE = [
  'articles',
  'pages',
  'treatment-stages',
  'topics',
  'people',
  'calls-to-action',
] as const;
export type Linkable = (typeof LINKABLE)[number];

const FOLDERS: Record<Linkable, string> = {
  articles: '/articles',
  pages: '',
  'treatment-stages': '/stages',
  topics: '/topics',
  people: '/people',
  'calls-to-action': '/requests',
};

/** The path at which a document of this collection stands. */
export const pathOf = (collection: Linkable, slug: string): string =>
  `${FOLDERS[collection]}/${slug}`;

/** What would stand at a path: `pathOf`, the other way round. */
export function standsAt(path: string): { collection: Linkable; slug: string } | undefined {
  const cut = path.lastIndexOf('/');
  const collection = LINKABLE.find((one) => FOLDERS[one] === path.slice(0, cut));
  return collection && { collection, slug: path.slice(cut + 1) };
}
