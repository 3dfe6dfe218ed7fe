import type { Decision } from './decision.ts';

/** Which responses the edge stores, and for how long. */
export const ON_STORING: readonly Decision[] = [
  {
    reason:
      'All visitors share a page, so the edge fetches it without any header of a client, and stores nothing that varies by one; content codings it makes itself.',
    fails: [
      'vary-match',
      'vary-invalidate',
      'vary-cache-key',
      'vary-2-match',
      'vary-3-match',
      'vary-3-omit',
      'vary-normalise-*',
    ],
    answersNo: [
      'conditional-etag-vary-headers-mismatch',
      'conditional-etag-forward',
      'conditional-etag-forward-unquoted',
    ],
    cannotBeSetUp: ['conditional-etag-vary-headers', 'headers-store-Content-Encoding'],
  },
  {
    reason:
      'Only max-age or s-maxage makes a response cacheable: the site sends no Expires, and how long a page about help is true must not be guessed.',
    fails: [
      'freshness-expires-future',
      'freshness-expires-invalid-date',
      'freshness-expires-32bit',
      'freshness-expires-far-future',
      'freshness-expires-rfc850',
      'freshness-expires-ansi-c',
      'freshness-expires-wrong-case-*',
      'heuristic-*-cached',
      'other-age-update-expires',
      'other-date-update-expires',
    ],
    answersNo: [
      'heuristic-delta-*',
      'other-date-update-expires-update',
      'other-heuristic-content-disposition-attachment',
      'pragma-response-no-cache-heuristic',
    ],
    cannotBeSetUp: ['stale-warning-stored'],
  },
  {
    reason:
      'Only what the site caches on purpose is stored: GET with 200, 301, 308, 404 or 410. Errors and temporary redirects may be over with the next request.',
    fails: [
      'method-POST',
      'status-203-fresh',
      'status-204-fresh',
      'status-299-fresh',
      'status-302-fresh',
      'status-303-fresh',
      'status-307-fresh',
      'status-400-fresh',
      'status-499-fresh',
      'status-5*-fresh',
    ],
  },
  {
    reason:
      'When in doubt, a response is not shared: not with no-store, whatever stands beside it, nor if no-cache names headers, nor with a cookie.',
    fails: ['status-200-must-understand', 'other-set-cookie'],
    cannotBeSetUp: [
      'headers-store-Set-Cookie',
      'headers-omit-headers-listed-in-Cache-Control-no-cache*',
    ],
  },
  {
    reason: 'What a client gets that authenticates itself may be for it alone, and is not shared.',
    fails: ['other-authorization-*'],
  },
  {
    reason:
      'CDN-Cache-Control addresses the caches of a CDN (RFC 9213); the edge is not one, and forwards it.',
    fails: [
      'cdn-max-age',
      'cdn-max-age-max',
      'cdn-max-age-max-plus',
      'cdn-max-age-extension',
      'cdn-max-age-expires',
      'cdn-max-age-cc-max-age-invalid-expires',
      'cdn-max-age-short-cc-max-age',
      'cdn-max-age-long-cc-max-age',
      'cdn-private',
      'cdn-no-cache',
      'cdn-no-store-cc-fresh',
      'cdn-fresh-cc-nostore',
    ],
    answersNo: [
      'cdn-max-age-case-insensitive',
      'cdn-remove-age-exceed',
      'cdn-expires-update-exceed',
    ],
  },
  {
    reason:
      'A number with anything beside it is no number of seconds; spaces around “=” do no harm; of two, the first counts; Date is by the clock of another machine.',
    answersNo: [
      'freshness-max-age-decimal-*',
      'freshness-max-age-a100',
      'freshness-max-age-100a',
      'freshness-max-age-space-*',
      'freshness-max-age-two-stale-fresh-*',
      'freshness-max-age-date',
      'age-parse-parameter',
      'age-parse-numeric-parameter',
    ],
  },
];
