import type { ServerResponse } from 'node:http';

const ACCEPT_ENCODING = 'Accept-Encoding';

/**
 * Reduces `Vary` of public responses to `Accept-Encoding`. Next adds headers of its own to `Vary`, even on files that
 * do not depend on them, and caches would not store these.
 */
export function varyByEncodingOnly(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  // All headers are set by now. The compression of Next wraps this method as well.
  response.writeHead = (...head: unknown[]) => {
    if (isPublic(response)) {
      const variesByEncoding = namesIn(response.getHeader('Vary')).includes(
        ACCEPT_ENCODING.toLowerCase(),
      );
      if (variesByEncoding) response.setHeader('Vary', ACCEPT_ENCODING);
      else response.removeHeader('Vary');
    }
    return writeHead(...head);
  };
}

const isPublic = (response: ServerResponse): boolean =>
  namesIn(response.getHeader('Cache-Control')).includes('public');

const namesIn = (header: number | string | string[] | undefined): string[] =>
  String(header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
