import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { CacheEntry } from './cache-entry.ts';

export type ContentCoding = 'br' | 'gzip' | 'identity';

/** A cached response in one content coding, ready to be sent. */
export interface EncodedResponse {
  /** A strong entity tag; each coding has its own. With quotation marks. */
  etag: string;
  /** Headers of a full response, names and values in turn. The last two are `Cache-Status` and `Age`. */
  head: string[];
  /** The same for 304 Not Modified. */
  notModifiedHead: string[];
  /** The `Cache-Tag` header, for caches that purge by tags. Browsers would get a kilobyte of no use to them. */
  tags: string[];
  body: Buffer;
}

/** Below this size, a content coding saves nothing worth its time. */
const MIN_COMPRESSIBLE_BYTES = 512;

const COMPRESSIBLE_TYPE =
  /^(text\/|image\/svg\+xml|application\/(javascript|json|xml|[a-z.+-]+\+(json|xml)))/;

export const CACHE_TAG = 'cache-tag';

/** Sent with 304 Not Modified as well (RFC 9110, 15.4.5), beside the validators. */
const NOT_MODIFIED_HEADERS = new Set(['cache-control', 'content-location', 'date', 'expires']);

const encoders: Record<ContentCoding, (body: Buffer) => Promise<Buffer>> = {
  identity: async (body) => body,
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_LGWIN]: windowBitsFor(body.length),
      },
    }),
};

/** A Brotli window of n bits covers 2ⁿ − 16 bytes (RFC 7932, 9.1). */
const WINDOW_GAP_BYTES = 16;

/** Returns the smallest window that covers the whole body. A larger one takes memory and compresses no better. */
const windowBitsFor = (bytes: number): number =>
  Math.min(
    constants.BROTLI_DEFAULT_WINDOW,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes + WINDOW_GAP_BYTES))),
  );

export const isCompressible = ({ headers, body }: CacheEntry): boolean =>
  body.length >= MIN_COMPRESSIBLE_BYTES &&
  headers.some(([name, value]) => name === 'content-type' && COMPRESSIBLE_TYPE.test(value));

/** Encodes the body and assembles the headers, once for all visitors. */
export async function encodeResponse(
  entry: CacheEntry,
  coding: ContentCoding,
): Promise<EncodedResponse> {
  const encodedBody = await encoders[coding](entry.body);
  const etag = `"${entry.etag}${coding === 'identity' ? '' : `-${coding}`}"`;
  const validators = ['ETag', etag, ...(isCompressible(entry) ? ['Vary', 'Accept-Encoding'] : [])];
  const headers = entry.headers.filter(([name]) => name !== CACHE_TAG);
  const notModifiedHeaders = headers.filter(([name]) => NOT_MODIFIED_HEADERS.has(name));
  const perResponse = ['Cache-Status', '', 'Age', '0'];
  return {
    etag,
    head: [
      ...headers.flat(),
      ...validators,
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
      'Content-Length',
      String(encodedBody.length),
      ...perResponse,
    ],
    notModifiedHead: [...notModifiedHeaders.flat(), ...validators, ...perResponse],
    tags: entry.headers.filter(([name]) => name === CACHE_TAG).flat(),
    body: encodedBody,
  };
}

/** All browsers of a kind send the same `Accept-Encoding`, so a few memoized values serve most requests. */
const MAX_MEMOIZED = 100;
const memoized = new Map<string, ContentCodings>();

/** Best first; `identity` is always the last. */
type ContentCodings = readonly [ContentCoding, ...ContentCoding[]];
const IDENTITY_ONLY: ContentCodings = ['identity'];

/** Returns the content codings that an `Accept-Encoding` allows (RFC 9110, 12.5.3), best first. */
export function acceptedCodings(acceptEncoding: string | undefined): ContentCodings {
  if (!acceptEncoding) return IDENTITY_ONLY;
  const known = memoized.get(acceptEncoding);
  if (known) return known;
  const weights = new Map(acceptEncoding.toLowerCase().split(',').map(parseWeightedCoding));
  const accepted = (['br', 'gzip'] as const).filter(
    (coding) => weights.get(coding) ?? weights.get('*'),
  );
  const codings = [...accepted, 'identity'] as unknown as ContentCodings;
  if (memoized.size < MAX_MEMOIZED) memoized.set(acceptEncoding, codings);
  return codings;
}

/** A weight of 0 means “not acceptable”. */
function parseWeightedCoding(part: string): [coding: string, weight: number] {
  const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return [coding, weight === undefined ? 1 : Number(weight)];
}
