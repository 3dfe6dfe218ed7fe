import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

/** More than any form of the site may hold. */
const MOST_KEPT_BYTES = 64 * 1024;

/** A form that is being passed on, and what of it can be given back. */
export interface Posted {
  fields(): [name: string, value: string][];
  /** All of it, for the origin. */
  body: Buffer | Readable;
}

export const isForm = ({ headers }: IncomingMessage): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

/**
 * Reads a form before it is passed on, so that it can be given back if nobody takes it. What is longer
 * than a form of the site goes on without being kept.
 * @throws Error if the sender goes away
 */
export async function readForm(req: IncomingMessage): Promise<Posted> {
  const start = await readStart(req);
  return {
    fields: () => [...new URLSearchParams(start.toString('utf8'))],
    body: req.readableEnded ? start : bodyOf(req, start),
  };
}

/** Reads until it is over, or longer than a form of the site. */
function readStart(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MOST_KEPT_BYTES) done();
    };
    const done = () => {
      req.pause();
      req.off('data', take).off('end', done).off('error', reject);
      resolve(Buffer.concat(chunks));
    };
    req.on('data', take).once('end', done).once('error', reject);
  });
}

/** What a request carries, behind what was read of it already. */
export function bodyOf(req: IncomingMessage, start?: Buffer): Readable {
  const body = new PassThrough();
  if (start) body.write(start);
  return req.pipe(body);
}

/** Lets what nobody read of a request go by: it must not stand before the next one on its connection. */
export async function drained(req: IncomingMessage): Promise<void> {
  if (req.readableEnded || req.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  req.once('end', resolve).once('close', resolve);
  req.unpipe().resume();
  await promise;
}
