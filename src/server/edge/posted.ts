import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** More than any form of the site may hold. */
const MOST_KEPT_BYTES = 64 * 1024;

/** A form that is being passed on, and what of it can be given back. */
export interface Posted {
  fields(): [name: string, value: string][];
  /** All of it, for the origin. */
  body: Readable;
}

export const isForm = ({ headers }: IncomingMessage): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

/**
 * Reads a form before it is passed on, so that it can be given back if nobody takes it. What is longer
 * than a form of the site goes on without being kept.
 * @throws Error if the sender goes away
 */
export async function readForm(req: IncomingMessage): Promise<Posted> {
  const chunks: Buffer[] = [];
  let size = 0;
  const rest = req.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  while (size < MOST_KEPT_BYTES) {
    const { done, value } = await rest.next();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  return {
    fields: () => [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))],
    body: Readable.from(
      (async function* all() {
        yield* chunks;
        yield* rest;
      })(),
      { objectMode: false },
    ),
  };
}
