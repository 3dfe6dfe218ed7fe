import type { IncomingMessage } from 'node:http';
import { SubmissionError } from '#domain/submission-error.ts';
import { type FormValues, parseFormEntries } from '#forms/form-values.ts';
import { type AllowedOrigins, classifyOrigin } from '#platform/http/origin.ts';
import { MAX_VALUES } from './body-limits.ts';

export const MAX_BYTES = 32 * 1024;

/** Bodies up to this size are read to the end, so that the browser gets the response. The rest is discarded. */
const MAX_BYTES_READ = 1024 * 1024;

type Encoding = 'form' | 'json';

const MEDIA_TYPES: Record<Encoding, string> = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
};

/** A posted form. With an error, `typed` has the fields that could be read, for the page to show again. */
export interface PostedForm {
  typed: FormValues;
  error?: SubmissionError;
}

/** Receives a posted HTML form. It returns errors, with the fields that could be read, instead of throwing them. */
export async function receiveForm(
  req: IncomingMessage,
  { site }: AllowedOrigins,
): Promise<PostedForm> {
  try {
    const { body, isTruncated } = await readBody(req, 'form');
    const fields = isTruncated ? parseTruncatedForm(body) : [...new URLSearchParams(body)];
    const typed = parseFormEntries(fields.slice(0, MAX_VALUES));
    if (fields.length > MAX_VALUES) return { typed, error: new SubmissionError('malformed') };
    if (isTruncated) return { typed, error: new SubmissionError('too-large') };
    const foreign = classifyOrigin(req.headers, { site, listed: [] }) === 'foreign';
    return foreign ? { typed, error: new SubmissionError('origin') } : { typed };
  } catch (error) {
    if (error instanceof SubmissionError) return { typed: {}, error: error };
    throw error;
  }
}

/**
 * Receives a post to the JSON API, as text.
 * @throws SubmissionError `origin`, `media-type`, or `too-large` past 32 KiB
 */
export async function receiveJson(req: IncomingMessage, origins: AllowedOrigins): Promise<string> {
  if (classifyOrigin(req.headers, origins) === 'foreign') throw new SubmissionError('origin');
  const { body, isTruncated } = await readBody(req, 'json');
  if (isTruncated) throw new SubmissionError('too-large');
  return body;
}

/**
 * Receives a form post of a service that signs its posts. The caller verifies the signature, so the origin is
 * not checked here.
 * @throws SubmissionError `media-type`, or `too-large` past 32 KiB
 */
export async function receiveSignedForm(req: IncomingMessage): Promise<URLSearchParams> {
  const { body, isTruncated } = await readBody(req, 'form');
  if (isTruncated) throw new SubmissionError('too-large');
  return new URLSearchParams(body);
}

async function readBody(
  req: IncomingMessage,
  encoding: Encoding,
): Promise<{ body: string; isTruncated: boolean }> {
  if (!isReadable(req, encoding)) throw new SubmissionError('media-type');
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop early must not destroy the connection, which carries the response.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (size < MAX_BYTES) chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_BYTES_READ) break;
    }
  } catch (cause) {
    // The client disconnected: no failure of the server.
    throw new SubmissionError('malformed', [], { cause });
  }
  // Discard the rest, or it would block the next request on this connection, which a proxy may share.
  req.resume();
  const body = Buffer.concat(chunks).subarray(0, MAX_BYTES).toString('utf8');
  return { body, isTruncated: size > MAX_BYTES };
}

/** True for the media type in UTF-8 and without compression: a few compressed bytes can expand to gigabytes. */
function isReadable({ headers }: IncomingMessage, encoding: Encoding): boolean {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='));
  return (
    type.trim() === MEDIA_TYPES[encoding] &&
    /^(identity)?$/i.test(headers['content-encoding'] ?? '') &&
    (charset === undefined || /=\s*"?utf-?8"?\s*$/.test(charset))
  );
}

/** Parses a form body that was truncated, without the character that the end may have cut in two. */
function parseTruncatedForm(body: string): [string, string][] {
  const fields = [...new URLSearchParams(body.replace(/%[0-9a-f]?$/i, ''))];
  const last = fields.at(-1);
  if (last) last[1] = last[1].replace(/\ufffd+$/, '');
  return fields;
}
