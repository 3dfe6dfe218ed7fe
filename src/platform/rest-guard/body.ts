import { within } from '../http/deadline.ts';
import { hasSignedToken } from '../http/signed-token.ts';
import { isText, plainObject } from './plain-data.ts';
import { checkQuery } from './query.ts';
import { Unreadable } from './unreadable.ts';

const KIB = 1024;

/**
 * What a body may weigh. The longest article of the demo content is 30 KiB of JSON, and the admin sends
 * it together with all that stands around it.
 */
export const MOST_BYTES = {
  signIn: 4 * KIB,
  nobody: 16 * KIB,
  preference: 64 * KIB,
  document: KIB * KIB,
  picture: 12 * KIB * KIB,
};

/** A body that is still not there is given up: who sends a byte a second holds nothing of ours. */
const PATIENCE_MS = 60_000;

/** So much is let go by of what is too large; then nobody listens, and the web server ends the connection. */
const MOST_DISCARDED = 64 * KIB * KIB;

/** More parts than the admin sends with a document. */
const MOST_PARTS = 20;

const SIGN_IN =
  /^\/api\/users\/(login|logout|refresh-token|forgot-password|reset-password|unlock|verify)(\/|$)/;

const PICTURES = /^\/api\/media(\/[^/]+)?\/?$/;

/** How somebody left the admin's screens: columns, filters, what is folded. */
const PREFERENCES = /^\/api\/payload-preferences(\/|$)/;

/** What was sent, read to its end and known to be readable. */
export interface Body {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

const QUERY = 'application/x-www-form-urlencoded';

/** As much as nothing, in the form that Payload reads. */
const NOTHING: Body = { bytes: new TextEncoder().encode('{}'), type: 'application/json' };

/** @throws Unreadable */
export async function readBody(request: Request): Promise<Body> {
  const { headers } = request;
  const sent = headers.get('Content-Type') ?? '';
  const media = sent.split(';')[0]?.trim().toLowerCase() ?? '';
  const { pathname } = new URL(request.url);
  const asPicture = media === 'multipart/form-data' && PICTURES.test(pathname);
  const most = mostBytes(request, pathname, asPicture);
  const bytes = await readBytes(request, most, most === MOST_BYTES.picture ? 'picture' : 'large');
  if (bytes.length === 0) return isQuery(request) ? { bytes, type: QUERY } : NOTHING;
  if ((headers.get('Content-Encoding') ?? 'identity') !== 'identity') throw new Unreadable('type');
  switch (media) {
    case 'application/json': {
      // Payload would put what stands in it into an address, past the look at queries.
      if (isQuery(request)) break;
      const data = plainObject(textOf(bytes));
      if (SIGN_IN.test(pathname)) checkSignIn(data);
      return { bytes, type: media };
    }
    case 'multipart/form-data':
      await checkParts(bytes, sent, { asPicture, asSignIn: SIGN_IN.test(pathname) });
      return { bytes, type: sent };
    case QUERY:
      if (!isQuery(request)) break;
      checkQuery(textOf(bytes), 'form');
      return { bytes, type: media };
  }
  throw new Unreadable('type');
}

/** The admin sends a query as the body of a POST where it is too long for an address. */
export const isQuery = ({ method, headers }: Request): boolean =>
  method === 'POST' &&
  ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'].some(
    (name) => headers.get(name) === 'GET',
  );

function mostBytes({ headers }: Request, pathname: string, asPicture: boolean): number {
  if (SIGN_IN.test(pathname)) return MOST_BYTES.signIn;
  if (!hasSignedToken(headers.get('Cookie'))) return MOST_BYTES.nobody;
  if (PREFERENCES.test(pathname)) return MOST_BYTES.preference;
  return asPicture ? MOST_BYTES.picture : MOST_BYTES.document;
}

async function readBytes({ body, headers }: Request, most: number, over: 'large' | 'picture') {
  if (Number(headers.get('Content-Length')) > most) throw new Unreadable(over);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  const ends = performance.now() + PATIENCE_MS;
  while (reader) {
    const { done, value } = await within(ends - performance.now(), reader.read()).catch((cause) => {
      throw new Unreadable('late', { cause });
    });
    if (done) break;
    size += value.length;
    if (size > most) {
      discard(reader);
      throw new Unreadable(over);
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** What is left is let go by, not kept: otherwise the next request on the same connection waits behind it. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    for (let left = MOST_DISCARDED; left > 0; ) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
    }
  } catch {
    // Whoever sent it has gone.
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Unreadable('body', { cause });
  }
}

/** Who signs in sends words and yes or no; Payload takes an object in their place for a query. */
function checkSignIn(data: Record<string, unknown>): void {
  if (Object.values(data).some((value) => typeof value === 'object')) throw new Unreadable('body');
}

/** One that the disk takes; one that is too long is cut where pictures are prepared. */
const isFileName = (name: string): boolean => isText(name) && !/%(00|2f|5c)/i.test(name);

async function checkParts(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  { asPicture, asSignIn }: { asPicture: boolean; asSignIn: boolean },
) {
  const form = await new Response(bytes, { headers: { 'Content-Type': type } })
    .formData()
    .catch((cause) => {
      throw new Unreadable('body', { cause });
    });
  const parts = [...form];
  // Payload reads the document there, and nowhere else.
  if (!form.has('_payload') || parts.length > MOST_PARTS) throw new Unreadable('body');
  for (const [name, value] of parts) {
    const isReadable =
      typeof value === 'string'
        ? name !== 'file' && isText(value)
        : asPicture && isFileName(value.name);
    if (!isReadable) throw new Unreadable('body');
    if (name !== '_payload') continue;
    const data = plainObject(String(value));
    if (asSignIn) checkSignIn(data);
  }
}
