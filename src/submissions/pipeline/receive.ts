import type { IncomingMessage } from 'node:http';
import { SubmissionError } from '#domain/submission-error.ts';
import { type Typed, typedIn } from '#forms/typed.ts';
import { type Origins, originOf } from '#platform/http/origin.ts';
import { MOST_VALUES } from './body-limits.ts';

export const MOST_BYTES = 32 * 1024;

/** Read to its end, so that a browser gets to see our answer; what is past it goes by unread. */
const MOST_BYTES_READ = 1024 * 1024;

type Encoding = 'form' | 'json';

const MEDIA_TYPES: Record<Encoding, string> = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
};

/** What a form was filled in with, and why it is turned away, if it is. */
export interface Posted {
  typed: Typed;
  refused?: SubmissionError;
}

/** Reads the post of a form; what is turned away is kept as far as it could be read. */
export async function receiveForm(req: IncomingMessage, { site }: Origins): Promise<Posted> {
  try {
    const { body, cut } = await read(req, 'form');
    const fields = cut ? wholeFields(body) : [...new URLSearchParams(body)];
    const typed = typedIn(fields.slice(0, MOST_VALUES));
    if (fields.length > MOST_VALUES) return { typed, refused: new SubmissionError('malformed') };
    if (cut) return { typed, refused: new SubmissionError('too-large') };
    const foreign = originOf(req.headers, { site, listed: [] }) === 'foreign';
    return foreign ? { typed, refused: new SubmissionError('origin') } : { typed };
  } catch (error) {
    if (error instanceof SubmissionError) return { typed: {}, refused: error };
    throw error;
  }
}

/**
 * Reads a post to the JSON door.
 * @throws SubmissionError `origin`, `media-type`, or `too-large` past 32 KiB
 */
export async function receiveJson(req: IncomingMessage, origins: Origins): Promise<string> {
  if (originOf(req.headers, origins) === 'foreign') throw new SubmissionError('origin');
  const { body, cut } = await read(req, 'json');
  if (cut) throw new SubmissionError('too-large');
  return body;
}

/**
 * Reads a form post of a service that signs what it sends: whoever it comes from is for the signature to say.
 * @throws SubmissionError `media-type`, or `too-large` past 32 KiB
 */
export async function receiveSigned(req: IncomingMessage): Promise<URLSearchParams> {
  const { body, cut } = await read(req, 'form');
  if (cut) throw new SubmissionError('too-large');
  return new URLSearchParams(body);
}

async function read(
  req: IncomingMessage,
  encoding: Encoding,
): Promise<{ body: string; cut: boolean }> {
  if (!isReadable(req, encoding)) throw new SubmissionError('media-type');
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop early must not end the connection: the answer goes out on it.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (size < MOST_BYTES) chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES_READ) break;
    }
  } catch (cause) {
    // The sender has gone: nothing of ours failed.
    throw new SubmissionError('malformed', [], { cause });
  }
  // Left where it is, it would stand before the next request on this connection, a proxy's for somebody else.
  req.resume();
  const body = Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8');
  return { body, cut: size > MOST_BYTES };
}

/** What is compressed is not read: a few bytes of it can be gigabytes. */
function isReadable({ headers }: IncomingMessage, encoding: Encoding): boolean {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='));
  return (
    type.trim() === MEDIA_TYPES[encoding] &&
    /^(identity)?$/i.test(headers['content-encoding'] ?? '') &&
    (charset === undefined || /=\s*"?utf-?8"?\s*$/.test(charset))
  );
}

/** The fields of a body that was cut off: what is left of a letter in which the cut fell is taken away. */
function wholeFields(body: string): [string, string][] {
  const fields = [...new URLSearchParams(body.replace(/%[0-9a-f]?$/i, ''))];
  const last = fields.at(-1);
  if (last) last[1] = last[1].replace(/\ufffd+$/, '');
  return fields;
}
