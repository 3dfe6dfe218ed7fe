import { ReadableStream } from 'node:stream/web';
import { createReader, type Reader } from '#data/reader.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { within } from '#platform/http/deadline.ts';
import { cacheHeaders } from '#platform/http/headers.ts';
import { logFailure } from '#platform/http/log.ts';

/** Programs can wait longer than people, but not for ever. */
const DEADLINE_MS = 10_000;

type Params = Record<string, string>;

/** A file, whole or piece by piece; undefined if there is none at this address. */
type Written = string | Uint8Array<ArrayBuffer> | AsyncIterable<string> | undefined;

/**
 * What `page(load)` is for HTML, for a file that programs fetch: answers with what `write` makes of
 * published documents, or 404, or 503.
 * @param path as the route is called: it stands in the log
 */
export const file =
  (path: string, type: string, write: (reader: Reader, params: Params) => Promise<Written>) =>
  async (_?: Request, asked?: { params: Promise<Params> }): Promise<Response> => {
    const reader = createReader(DEFAULT_LOCALE);
    try {
      const written = await within(DEADLINE_MS, write(reader, (await asked?.params) ?? {}));
      const caching = cacheHeaders('shared', reader.tags);
      if (written === undefined) return said('There is no such file.', 404, caching);
      const coding = written instanceof Uint8Array ? '' : '; charset=utf-8';
      const whole = typeof written === 'string' || written instanceof Uint8Array;
      const body = whole ? written : (ReadableStream.from(sent(path, written)) as BodyInit);
      return new Response(body, { headers: { ...caching, 'Content-Type': type + coding } });
    } catch (error) {
      logFailure(path, error);
      const headers = { ...cacheHeaders('never', reader.tags), 'Retry-After': '30' };
      return said('This file cannot be made right now.', 503, headers);
    }
  };

/** Once pieces are on their way, an answer can only be cut off: the log says why. */
async function* sent(path: string, pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  try {
    for await (const piece of pieces) yield encoder.encode(piece);
  } catch (error) {
    logFailure(path, error);
    throw error;
  }
}

const said = (words: string, status: number, headers: Record<string, string>) =>
  new Response(`${words}\n`, {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  });
