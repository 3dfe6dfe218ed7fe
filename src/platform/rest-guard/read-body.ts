import { hasSignedToken } from '../http/signed-token.ts';
import { withTimeout } from '../http/timeout.ts';
import { checkQuery } from './check-query.ts';
import { InvalidRequest } from './invalid-request.ts';
import { isStorableText, parsePlainObject } from './plain-data.ts';

const KIB = 1024;

/**
 * Most bytes of a request body. The longest demo article is 30 KiB of JSON; the admin sends it together with all
 * other fields of the document.
 */
export const MAX_BYTES = {
  signIn: 4 * KIB,
  nobody: 16 * KIB,
  preference: 64 * KIB,
  document: KIB * KIB,
  picture: 12 * KIB * KIB,
};

/** Time for a whole body, so that a client that sends a byte a second does not hold resources. */
const READ_TIMEOUT_MS = 60_000;

/**
 * Bytes of a body that is too large which are still read and discarded; after that the web server closes the
 * connection.
 */
const MAX_DISCARDED_BYTES = 64 * KIB * KIB;

/** More parts than the admin sends with a document. */
const MAX_PARTS = 20;

const SIGN_IN_PATH =
  /^\/api\/users\/(login|logout|refresh-token|forgot-password|reset-password|unlock|verify)(\/|$)/;

const MEDIA_PATH = /^\/api\/media(\/[^/]+)?\/?$/;

/** Settings of the admin's screens for one person: columns, filters, collapsed sections. */
const PREFERENCES_PATH = /^\/api\/payload-preferences(\/|$)/;

/** A request body that was read completely and checked. */
export interface RequestBody {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

const QUERY_TYPE = 'application/x-www-form-urlencoded';

/** Payload requires JSON where the body is empty. */
const EMPTY_BODY: RequestBody = { bytes: new TextEncoder().encode('{}'), type: 'application/json' };

/**
 * Reads and checks the body of a request.
 * @throws InvalidRequest
 */
export async function readBody(request: Request): Promise<RequestBody> {
  const { headers } = request;
  const contentType = headers.get('Content-Type') ?? '';
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const { pathname } = new URL(request.url);
  const asPicture = mediaType === 'multipart/form-data' && MEDIA_PATH.test(pathname);
  const maxBytes = maxBytesFor(request, pathname, asPicture);
  const reason = maxBytes === MAX_BYTES.picture ? 'picture' : 'large';
  const bytes = await readBytes(request, maxBytes, reason);
  if (bytes.length === 0)
    return isMethodOverride(request) ? { bytes, type: QUERY_TYPE } : EMPTY_BODY;
  if ((headers.get('Content-Encoding') ?? 'identity') !== 'identity')
    throw new InvalidRequest('type');
  switch (mediaType) {
    case 'application/json': {
      // Payload would turn the JSON into a query string, which nobody would check.
      if (isMethodOverride(request)) break;
      const data = parsePlainObject(decodeText(bytes));
      if (SIGN_IN_PATH.test(pathname)) checkSignIn(data);
      return { bytes, type: mediaType };
    }
    case 'multipart/form-data':
      await checkParts(bytes, contentType, { asPicture, asSignIn: SIGN_IN_PATH.test(pathname) });
      return { bytes, type: contentType };
    case QUERY_TYPE:
      if (!isMethodOverride(request)) break;
      checkQuery(decodeText(bytes), 'form');
      return { bytes, type: mediaType };
  }
  throw new InvalidRequest('type');
}

/** True for a GET that the admin sends as a POST because its query is too long for a URL. */
export const isMethodOverride = ({ method, headers }: Request): boolean =>
  method === 'POST' &&
  ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'].some(
    (name) => headers.get(name) === 'GET',
  );

function maxBytesFor({ headers }: Request, pathname: string, asPicture: boolean): number {
  if (SIGN_IN_PATH.test(pathname)) return MAX_BYTES.signIn;
  if (!hasSignedToken(headers.get('Cookie'))) return MAX_BYTES.nobody;
  if (PREFERENCES_PATH.test(pathname)) return MAX_BYTES.preference;
  return asPicture ? MAX_BYTES.picture : MAX_BYTES.document;
}

async function readBytes(
  { body, headers }: Request,
  maxBytes: number,
  reason: 'large' | 'picture',
) {
  if (Number(headers.get('Content-Length')) > maxBytes) throw new InvalidRequest(reason);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  const deadline = performance.now() + READ_TIMEOUT_MS;
  while (reader) {
    const { done, value } = await withTimeout(deadline - performance.now(), reader.read()).catch(
      (cause) => {
        throw new InvalidRequest('late', { cause });
      },
    );
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      discard(reader);
      throw new InvalidRequest(reason);
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Reads the rest of the body without storing it; otherwise the next request on the connection waits behind it. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    for (let left = MAX_DISCARDED_BYTES; left > 0; ) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
    }
  } catch {
    // The client closed the connection.
  }
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidRequest('body', { cause });
  }
}

/** Rejects objects in the data of a sign-in: Payload would use them as query operators. */
function checkSignIn(data: Record<string, unknown>): void {
  if (Object.values(data).some((value) => typeof value === 'object'))
    throw new InvalidRequest('body');
}

/** True if the disk can store a file of this name. A hook of the media collection shortens long names. */
const isFileName = (name: string): boolean => isStorableText(name) && !/%(00|2f|5c)/i.test(name);

async function checkParts(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  { asPicture, asSignIn }: { asPicture: boolean; asSignIn: boolean },
) {
  const form = await new Response(bytes, { headers: { 'Content-Type': type } })
    .formData()
    .catch((cause) => {
      throw new InvalidRequest('body', { cause });
    });
  const parts = [...form];
  // Payload reads the document from `_payload` only.
  if (!form.has('_payload') || parts.length > MAX_PARTS) throw new InvalidRequest('body');
  for (const [name, value] of parts) {
    const isReadable =
      typeof value === 'string'
        ? name !== 'file' && isStorableText(value)
        : asPicture && isFileName(value.name);
    if (!isReadable) throw new InvalidRequest('body');
    if (name !== '_payload') continue;
    const data = parsePlainObject(String(value));
    if (asSignIn) checkSignIn(data);
  }
}
