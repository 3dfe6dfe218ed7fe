import { LINKABLE_COLLECTIONS, PUBLIC_COLLECTIONS } from './collections.ts';
import { SITE_INDEX_PATH } from './site-index.ts';
import { SITE_CARD_PATH } from './social-cards.ts';

/** Pages that exist without a document in the database. They are the same for all visitors. */
export const FIXED_PAGE_PATHS = ['/', '/articles', '/stages'] as const;

/** Path of the speculation rules, which tell a browser which pages to prefetch or prerender. */
export const SPECULATION_RULES_PATH = '/speculation-rules.json';

/** Path of the file that names the contact for vulnerability reports (RFC 9116). */
export const SECURITY_TXT_PATH = '/.well-known/security.txt';

/** Files for programs that exist without a document in the database. They are the same for all clients. */
export const FIXED_FILE_PATHS = [
  '/api/openapi.json',
  SITE_CARD_PATH,
  '/feed.xml',
  '/llms.txt',
  '/robots.txt',
  SITE_INDEX_PATH,
  '/sitemap.xml',
  SPECULATION_RULES_PATH,
] as const;

/**
 * Paths that a cache in front proxies to the site on every request, along with all paths below them.
 * The exceptions are files below them that the site index lists by name: these are cached.
 */
export const PROXIED_PATHS = [
  // The file states its own expiry date, so it must not stay in a cache for a year.
  SECURITY_TXT_PATH,
  '/admin',
  '/api',
  '/gallery',
  '/healthz',
  '/preview',
  '/readyz',
  '/requests',
  '/search',
  '/withdraw',
] as const;

/** Pages that a cache in front keeps, and serves in place of a page that it cannot get from the site. */
export const FALLBACK_PATHS = {
  missing: '/not-found',
  unavailable: '/unavailable',
  unsent: '/unsent',
} as const;

/** Paths of static files, and of routes with parameters. */
const OTHER_PATHS = ['/404', '/assets', '/favicon.svg', '/plain.svg', '/sitemaps'];

/** First path segments that the site uses. A document cannot have one of them as its slug. */
export const RESERVED_SLUGS: readonly string[] = [
  ...new Set(
    [
      ...FIXED_PAGE_PATHS,
      ...FIXED_FILE_PATHS,
      ...PROXIED_PATHS,
      ...Object.values(FALLBACK_PATHS),
      ...LINKABLE_COLLECTIONS.map((collection) => PUBLIC_COLLECTIONS[collection].pathPrefix),
      ...OTHER_PATHS,
    ].flatMap((path) => path.split('/')[1] || []),
  ),
];

/** Returns the path of one part of the sitemap. Parts are counted from 1. */
export const sitemapPartPath = (part: number): string => `/sitemaps/${part}.xml`;

/** Returns the path where a visitor withdraws one submission. Its receipt proves that they sent it. */
export const withdrawalPath = (receipt: string): string => `/withdraw/${receipt}`;

/**
 * Returns the path where a person stops all contact over one channel.
 * @param proof shows that a message of ours reached them over that channel
 */
export const channelWithdrawalPath = (receipt: string, proof: string): string =>
  `${withdrawalPath(receipt)}/${proof}`;

/** True if a path equals one of the given paths, or is below one. */
export const isAtOrBelow = (parents: readonly string[], path: string): boolean =>
  parents.some((parent) => path === parent || path.startsWith(`${parent}/`));
