import type { Decision } from './decision.ts';

/** How the edge serves, validates and invalidates what it stores. */
export const ON_SERVING: readonly Decision[] = [
  {
    reason:
      'A page changes only with content, which is purged by tags, and no form of the site is sent to a cached path; if any POST purged its path, any visitor could purge pages.',
    fails: ['invalidate-POST', 'invalidate-PUT', 'invalidate-DELETE', 'invalidate-M-SEARCH'],
    answersNo: ['invalidate-*-location', 'invalidate-*-cl'],
  },
  {
    reason:
      'The site has to render a page before it knows whether it changed, so the edge fetches it whole and sends no conditional requests to the site.',
    fails: [
      'cc-resp-no-cache-revalidate',
      'cc-resp-no-cache-revalidate-fresh',
      'cc-resp-must-revalidate-stale',
      '304-etag-update-response-Test-Header',
      '304-etag-update-response-X-Test-Header',
      '304-etag-update-response-Content-Foo',
      '304-etag-update-response-X-Content-Foo',
      '304-etag-update-response-Cache-Control',
    ],
    answersNo: [
      '304-etag-update-response-Content-Location',
      '304-etag-update-response-Content-MD5',
      '304-etag-update-response-Content-Range',
      '304-etag-update-response-Content-Security-Policy',
      '304-etag-update-response-Content-Type',
      '304-etag-update-response-Clear-Site-Data',
      '304-etag-update-response-ETag',
      '304-etag-update-response-Expires',
      '304-etag-update-response-Public-Key-Pins',
      '304-etag-update-response-Set-Cookie2',
      '304-etag-update-response-X-Frame-Options',
      '304-etag-update-response-X-XSS-Protection',
    ],
    cannotBeSetUp: [
      '304-lm-use-stored-Test-Header',
      '304-etag-update-response-Content-Encoding',
      '304-etag-update-response-Content-Length',
      '304-etag-update-response-Set-Cookie',
      'conditional-etag-strong-generate*',
      'conditional-etag-weak-generate-weak',
    ],
  },
  {
    reason:
      'All instances and builds of the site have the same validators for a body: an entity tag of the edge for each content coding, and no Last-Modified.',
    fails: [
      'headers-store-ETag',
      'conditional-304-etag',
      'conditional-etag-precedence',
      'conditional-etag-strong-respond',
      'conditional-etag-strong-respond-multiple-*',
      'conditional-etag-weak-respond',
      'conditional-lm-*',
    ],
    answersNo: [
      'conditional-etag-strong-respond-obs-text',
      'conditional-etag-quoted-respond-unquoted',
      'conditional-etag-unquoted-respond-*',
      'conditional-etag-weak-respond-*',
    ],
    cannotBeSetUp: ['cc-resp-must-revalidate-fresh'],
  },
  {
    reason:
      'A server may ignore Range (RFC 9110, 14.2), and pages and pictures are small, so the edge sends them whole.',
    fails: ['partial-store-*'],
    cannotBeSetUp: ['partial-use-*'],
  },
  {
    reason: 'No visitor can make the edge ask the site, or have a page that others cannot have.',
    answersNo: [
      'ccreq-ma0',
      'ccreq-ma1',
      'ccreq-magreaterage',
      'ccreq-max-stale*',
      'ccreq-min-fresh*',
      'ccreq-no-cache',
      'ccreq-no-store',
      'ccreq-oic',
    ],
    cannotBeSetUp: ['ccreq-no-cache-*'],
  },
  {
    reason:
      'An editor sees each change on the next page, so the edge serves a stale page only if the site fails.',
    fails: ['stale-while-revalidate'],
    cannotBeSetUp: ['stale-while-revalidate-window'],
  },
  {
    reason:
      'A page is fetched once for all who wait for it, at different times, so the edge forwards no interim response; the site sends none.',
    fails: ['interim-*'],
  },
  {
    reason: 'The edge answers HEAD as it would GET, from the cache, and fetches by GET alone.',
    answersNo: ['head-writethrough', 'head-200-*'],
    cannotBeSetUp: ['head-410-update'],
  },
  {
    reason: 'Warning is obsolete (RFC 9111, 5.5); Cache-Status says that a response is stale.',
    answersNo: ['stale-warning-become'],
  },
];
