import { ReadableStream } from 'node:stream/web';
import { createReader, type Reader } from '#data/reader.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { cacheHeaders } from '#platform/http/headers.ts';
import { withTimeout } from '#platform/http/timeout.ts';
import { logFailure } from '#platform/log/log-failure.ts';

/** Longest time to write a file, or its first piece; longer than for a page, because programs can wait. */
const DEADLINE_MS = 10_000;

type Params = Record<string, string>;

/** A file, whole or piece by piece; undefined for a 404. */
type FileContent = string | Uint8Array<ArrayBuffer> | AsyncIterable<string> | undefined;

/**
 * Returns the `GET` handler of a file that programs fetch, as `page(load)` does for HTML: responds with what
 * `write` returns, with 404 if that is undefined, and with 503 if it fails.
 * @param path the route's pattern, for the log
 * @param type the media type, without charset
 * @param write reads published documents and writes the file
 */
export const file =
  (path: string, type: string, write: (reader: Reader, params: Params) => Promise<FileContent>) =>
  async (_?: Request, context?: { params: Promise<Params> }): Promise<Response> => {
    const reader = createReader(DEFAULT_LOCALE);
    try {
      const content = await withTimeout(DEADLINE_MS, write(reader, (await context?.params) ?? {}));
      const caching = cacheHeaders('shared', reader.tags);
      if (content === undefined) return textResponse('There is no such file.', 404, caching);
      const charset = content instanceof Uint8Array ? '' : '; charset=utf-8';
      const isWhole = typeof content === 'string' || content instanceof Uint8Array;
      const body = isWhole
        ? content
        : (ReadableStream.from(encodePieces(path, content)) as BodyInit);
      return new Response(body, { headers: { ...caching, 'Content-Type': type + charset } });
    } catch (error) {
      logFailure('file-failed', error, { route: path });
      const headers = { ...cacheHeaders('never', reader.tags), 'Retry-After': '30' };
      return textResponse('This file cannot be made right now.', 503, headers);
    }
  };

/** Encodes pieces as UTF-8. After the first one, a failure can only cut the response off: the log says why. */
async function* encodePieces(
  path: string,
  pieces: AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  try {
    for await (const piece of pieces) yield encoder.encode(piece);
  } catch (error) {
    logFailure('file-failed', error, { route: path });
    throw error;
  }
}

const textResponse = (text: string, status: number, headers: Record<string, string>) =>
  new Response(`${text}\n`, {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  });
