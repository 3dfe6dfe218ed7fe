/**
 * What search engines have no business with. Pictures come from below /api and may be shown. Pages that say noindex
 * are open: who must not read them never learns it, and may list them by their addresses alone.
 */
const CLOSED = ['/admin', '/api/', '/preview/'];
const OPEN = ['/api/media/file/'];

/** The rules for robots (RFC 9309) of a site at this origin. */
export const writeRobots = (origin: string): string =>
  [
    'User-agent: *',
    ...OPEN.map((path) => `Allow: ${path}`),
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
