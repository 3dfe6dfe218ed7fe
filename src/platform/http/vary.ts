import type { ServerResponse } from 'node:http';

const CODING = 'Accept-Encoding';

/**
 * The framework says that an answer varies by headers of its own, also of files that know nothing of
 * them, and caches would not keep these. What any cache may keep varies by its coding alone.
 */
export function varyByCodingAlone(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  // Everybody before has said what there is to say; a compressor asks for the head as well.
  response.writeHead = (...head: unknown[]) => {
    if (isForAll(response)) {
      const coded = namesIn(response.getHeader('Vary')).includes(CODING.toLowerCase());
      if (coded) response.setHeader('Vary', CODING);
      else response.removeHeader('Vary');
    }
    return writeHead(...head);
  };
}

const isForAll = (response: ServerResponse): boolean =>
  namesIn(response.getHeader('Cache-Control')).includes('public');

const namesIn = (header: number | string | string[] | undefined): string[] =>
  String(header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
