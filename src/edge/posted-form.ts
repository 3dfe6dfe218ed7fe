import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

/** Longer than any form of the site may be. */
const MAX_FORM_BYTES = 64 * 1024;

/** A request body that is forwarded to the origin, and that a form replay can be made from. */
export interface PostedBody {
  /** Returns the fields of a form, parsed from the buffered start; undefined for other content types. */
  formFields(): [name: string, value: string][] | undefined;
  /** The complete body, for the origin: buffered if it is shorter than the limit, else a stream. */
  body: Buffer | Readable;
}

const isForm = ({ headers }: IncomingMessage): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

/**
 * Buffers a body before the request is proxied, so that slow clients do not occupy the origin, and so that a
 * form can be replayed if the origin fails. A body that is longer than any form is streamed.
 * @throws Error if the client disconnects
 */
export async function readPostedBody(req: IncomingMessage): Promise<PostedBody> {
  const start = await readStart(req);
  return {
    formFields: () => (isForm(req) ? [...new URLSearchParams(start.toString('utf8'))] : undefined),
    body: req.readableEnded ? start : streamBody(req, start),
  };
}

/** Reads up to the end of the body, or to the limit of a form. */
function readStart(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const addChunk = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MAX_FORM_BYTES) finish();
    };
    const finish = () => {
      req.pause();
      req.off('data', addChunk).off('end', finish).off('error', reject);
      resolve(Buffer.concat(chunks));
    };
    req.on('data', addChunk).once('end', finish).once('error', reject);
  });
}

/** Returns a stream of the whole body, of which `start` was read already. */
function streamBody(req: IncomingMessage, start?: Buffer): Readable {
  const body = new PassThrough();
  if (start) body.write(start);
  return req.pipe(body);
}

/** Discards the unread rest of a body, which would block the next request on the connection. */
export async function drainBody(req: IncomingMessage): Promise<void> {
  if (req.readableEnded || req.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  req.once('end', resolve).once('close', resolve);
  req.unpipe().resume();
  await promise;
}
