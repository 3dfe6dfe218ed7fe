/** First pieces of paths that the site itself answers: no page may stand in their place. */
export const RESERVED_SLUGS = [
  '404',
  'admin',
  'api',
  'articles',
  'assets',
  'feed.xml',
  'gallery',
  'healthz',
  'llms.txt',
  'not-found',
  'people',
  'preview',
  'readyz',
  'requests',
  'robots.txt',
  'search',
  'sitemap.xml',
  'stages',
  'topics',
  'withdraw',
] as const;

/** Where a visitor takes a request back; its receipt is what shows that it is theirs. */
export const withdrawalPath = (receipt: string): string => `/withdraw/${receipt}`;
