import { createReader, type Reader } from '#data/reader.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { within } from '#http/deadline.ts';
import { cacheHeaders } from '#http/headers.ts';
import { logFailure } from '#http/log.ts';

/** Programs can wait longer than people, but not for ever. */
const DEADLINE_MS = 10_000;

type Params = Record<string, string>;

/** A file; undefined if there is none at this address. */
type Written = string | Uint8Array<ArrayBuffer> | undefined;

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
      const coding = typeof written === 'string' ? '; charset=utf-8' : '';
      return new Response(written, { headers: { ...caching, 'Content-Type': type + coding } });
    } catch (error) {
      logFailure(path, error);
      const headers = { ...cacheHeaders('never', reader.tags), 'Retry-After': '30' };
      return said('This file cannot be made right now.', 503, headers);
    }
  };

const said = (words: string, status: number, headers: Record<string, string>) =>
  new Response(`${words}\n`, {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  });
