import type { IncomingMessage } from 'node:http';
import { Refused } from './refused.ts';

const MOST_BYTES = 32 * 1024;

export type Encoding = 'form' | 'json';

const MEDIA_TYPES: Record<Encoding, string> = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
};

/**
 * Reads the body of a post of this encoding, counting as it reads.
 * @throws Refused `media-type`, or `too-large` past 32 KiB
 */
export async function receive(req: IncomingMessage, encoding: Encoding): Promise<string> {
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== MEDIA_TYPES[encoding] || req.headers['content-encoding'])
    throw new Refused('media-type');
  if (Number(req.headers['content-length']) > MOST_BYTES) throw new Refused('too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refused('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Accepts a post of a page of this site. A browser that names no origin is not turned away: old ones
 * don't, and a visitor behind a strict proxy must not be lost.
 * @throws Refused `origin`
 */
export function checkOrigin({ headers }: IncomingMessage, site: string): void {
  const foreign =
    headers['sec-fetch-site'] === 'cross-site' ||
    (headers.origin !== undefined && headers.origin !== site);
  if (foreign) throw new Refused('origin');
}
