import { SITE_CARD } from './cards.ts';
import { SITE_INDEX_PATH } from './site-index.ts';

/** First pieces of paths that the site itself answers: no page may stand in their place. */
export const RESERVED_SLUGS = [
  '.well-known',
  '404',
  'admin',
  'api',
  'articles',
  'assets',
  'card.png',
  'favicon.svg',
  'feed.xml',
  'gallery',
  'healthz',
  'llms.txt',
  'not-found',
  'people',
  'plain.svg',
  'preview',
  'readyz',
  'requests',
  'robots.txt',
  'search',
  'site-index.json',
  'sitemap.xml',
  'sitemaps',
  'speculation-rules.json',
  'stages',
  'topics',
  'unavailable',
  'unsent',
  'withdraw',
] as const;

/** Pages that are no document of their own, the same for all visitors. */
export const OWN_PAGES = ['/', '/articles', '/stages'] as const;

/** Where browsers that know how are told which page to fetch before it is asked for. */
export const SPECULATION_RULES_PATH = '/speculation-rules.json';

/** Where it stands to whom a weakness of the site is reported. */
export const SECURITY_PATH = '/.well-known/security.txt';

/** Files for programs, the same for all that ask. */
export const OWN_FILES = [
  '/api/openapi.json',
  SITE_CARD,
  '/feed.xml',
  '/llms.txt',
  '/robots.txt',
  SITE_INDEX_PATH,
  '/sitemap.xml',
  SPECULATION_RULES_PATH,
] as const;

/**
 * The site itself answers here each time, and below it: no cache knows what these hold. Of what is
 * below, only the files that a site index lists by name are kept.
 */
export const PASSED = [
  // It says until when it holds, so that it must not lie anywhere for a year.
  SECURITY_PATH,
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

/** Pages that a cache keeps to stand in for others. */
export const STAND = {
  missing: '/not-found',
  unavailable: '/unavailable',
  unsent: '/unsent',
} as const;

/** Where a part of the sitemap stands; they are counted from 1. */
export const sitemapPart = (part: number): string => `/sitemaps/${part}.xml`;

/** Where a visitor takes one request back; its receipt shows that they sent it. */
export const withdrawalPath = (receipt: string): string => `/withdraw/${receipt}`;

/** Where somebody stops all contact over one channel; the proof shows that our message reached them there. */
export const channelWithdrawalPath = (receipt: string, proof: string): string =>
  `${withdrawalPath(receipt)}/${proof}`;

/** True for a path that is one of these, or stands below one. */
export const isAtOrBelow = (firsts: readonly string[], path: string): boolean =>
  firsts.some((first) => path === first || path.startsWith(`${first}/`));
