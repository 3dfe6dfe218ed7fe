import type { SuiteGroup, SuiteHeader, SuiteTest } from './groups.ts';

const STATES_FRESHNESS_LIFETIME = /\b(s-maxage|max-age)\b/i;
const IS_PUBLIC = /\bpublic\b/i;

/**
 * Adds `public` to each `Cache-Control` with a freshness lifetime, in what the origin sends and in what the client
 * expects. The edge stores only what its origin marks so; without it, the suite would test nothing but that.
 */
export function markPublic(groups: readonly SuiteGroup[]): void {
  for (const { tests } of groups) tests.forEach(markTest);
}

function markTest({ requests }: SuiteTest): void {
  for (const { response_headers = [], expected_response_headers = [] } of requests) {
    for (const headers of [response_headers, expected_response_headers]) markFirst(headers);
  }
}

function markFirst(headers: (string | SuiteHeader)[]): void {
  const header = headers.find(
    (candidate): candidate is SuiteHeader =>
      typeof candidate !== 'string' &&
      candidate[0].toLowerCase() === 'cache-control' &&
      STATES_FRESHNESS_LIFETIME.test(String(candidate[1])),
  );
  if (header && !IS_PUBLIC.test(String(header[1]))) header[1] = `public, ${header[1]}`;
}
