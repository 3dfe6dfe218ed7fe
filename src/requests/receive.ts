import type { IncomingMessage } from 'node:http';
import { type Typed, typedIn } from '#forms/typed.ts';
import { type Origins, originOf } from '#http/origin.ts';
import { Refused } from './refused.ts';

const MOST_BYTES = 32 * 1024;

/** Read to its end, so that a browser gets to see our answer; past it, the connection ends. */
const MOST_BYTES_READ = 1024 * 1024;

type Encoding = 'form' | 'json';

const MEDIA_TYPES: Record<Encoding, string> = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
};

/** What a form was filled in with, and why it is turned away, if it is. */
export interface Posted {
  typed: Typed;
  refused?: Refused;
}

/** Reads the post of a form; what is turned away is kept as far as it could be read. */
export async function receiveForm(req: IncomingMessage, { site }: Origins): Promise<Posted> {
  try {
    const { body, cut } = await read(req, 'form');
    const typed = typedIn(cut ? wholeFields(body) : new URLSearchParams(body));
    if (cut) return { typed, refused: new Refused('too-large') };
    const foreign = originOf(req.headers, { site, listed: [] }) === 'foreign';
    return foreign ? { typed, refused: new Refused('origin') } : { typed };
  } catch (error) {
    if (error instanceof Refused) return { typed: {}, refused: error };
    throw error;
  }
}

/**
 * Reads a post to the JSON door.
 * @throws Refused `origin`, `media-type`, or `too-large` past 32 KiB
 */
export async function receiveJson(req: IncomingMessage, origins: Origins): Promise<string> {
  if (originOf(req.headers, origins) === 'foreign') throw new Refused('origin');
  const { body, cut } = await read(req, 'json');
  if (cut) throw new Refused('too-large');
  return body;
}

async function read(
  req: IncomingMessage,
  encoding: Encoding,
): Promise<{ body: string; cut: boolean }> {
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== MEDIA_TYPES[encoding] || req.headers['content-encoding']) {
    throw new Refused('media-type');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early must not end the connection: the answer goes out on it.
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (size < MOST_BYTES) chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES_READ) break;
  }
  const body = Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8');
  return { body, cut: size > MOST_BYTES };
}

/** The fields of a body that was cut off: what is left of a letter in which the cut fell is taken away. */
function wholeFields(body: string): [string, string][] {
  const fields = [...new URLSearchParams(body.replace(/%[0-9a-f]?$/i, ''))];
  const last = fields.at(-1);
  if (last) last[1] = last[1].replace(/\ufffd+$/, '');
  return fields;
}
