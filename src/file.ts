import { createReader, type Reader } from '#data/reader.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { within } from '#http/deadline.ts';
import { cacheHeaders } from '#http/headers.ts';
import { logFailure } from '#http/log.ts';

/** Programs can wait longer than people, but not for ever. */
const DEADLINE_MS = 10_000;

/**
 * What `page(load)` is for HTML, for a file that search engines and feed readers fetch: answers with
 * what `write` makes of published documents, or 503.
 */
export const file =
  (path: string, type: string, write: (reader: Reader) => Promise<string>) =>
  async (): Promise<Response> => {
    const reader = createReader(DEFAULT_LOCALE);
    const headers = { 'Content-Type': `${type}; charset=utf-8` };
    try {
      const text = await within(DEADLINE_MS, write(reader));
      return new Response(text, {
        headers: { ...headers, ...cacheHeaders('shared', reader.tags) },
      });
    } catch (error) {
      logFailure(path, error);
      return new Response('This file cannot be made right now.\n', {
        status: 503,
        headers: {
          ...cacheHeaders('never', reader.tags),
          'Content-Type': 'text/plain; charset=utf-8',
          'Retry-After': '30',
        },
      });
    }
  };
