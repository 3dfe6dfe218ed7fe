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
    body: req.readableEnded ? start : withRest(start, req),
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

/** As soon as nobody reads it any more, what comes on is let go by. */
function withRest(start: Buffer, req: IncomingMessage): Readable {
  const body = new PassThrough();
  body.write(start);
  body.once('close', () => req.resume());
  return req.pipe(body);
}
