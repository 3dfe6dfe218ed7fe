/**
 * Pages with `noindex` are not disallowed: a crawler that may not read a page never sees its `noindex`, and may
 * list its address.
 */
const DISALLOWED = ['/admin', '/api/', '/preview/'];
/** Pictures, which are served from below /api. */
const ALLOWED = ['/api/media/file/'];

/** Writes the rules for crawlers (RFC 9309) of the site at an origin. */
export const writeRobotsTxt = (origin: string): string =>
  [
    'User-agent: *',
    ...ALLOWED.map((path) => `Allow: ${path}`),
    ...DISALLOWED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
