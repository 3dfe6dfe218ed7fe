import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

/** More than any form of the site may hold. */
const MOST_KEPT_BYTES = 64 * 1024;

/** What is being passed on, and what of a form can be given back. */
export interface Posted {
  /** undefined if it is no form. */
  fields(): [name: string, value: string][] | undefined;
  /** All of it, for the origin. */
  body: Buffer | Readable;
}

const isForm = ({ headers }: IncomingMessage): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

/**
 * Reads what came before it is passed on: the site does not wait for who is slow, and a form can be given back
 * if nobody takes it. What is longer than a form of the site goes on as it comes.
 * @throws Error if the sender goes away
 */
export async function readPosted(req: IncomingMessage): Promise<Posted> {
  const start = await readStart(req);
  return {
    fields: () => (isForm(req) ? [...new URLSearchParams(start.toString('utf8'))] : undefined),
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
