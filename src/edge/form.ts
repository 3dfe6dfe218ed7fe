import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Entry } from './entry.ts';

export type Coding = 'br' | 'gzip' | 'identity';

/** A kept answer in one coding, ready to be sent. */
export interface Form {
  etag: string;
  /** Names and values in turn; last how it was come by, and its age in seconds. */
  head: string[];
  /** What is said where the visitor has it already. */
  unchanged: string[];
  /** Said before all that to a cache which purges by tags: to browsers it is a kilobyte of nothing. */
  tags: string[];
  body: Buffer;
}

/** Smaller than this, a coding costs more than it saves. */
const WORTH_BYTES = 512;

const COMPRESSIBLE =
  /^(text\/|image\/svg\+xml|application\/(javascript|json|xml|[a-z.+-]+\+(json|xml)))/;

export const TAGS = 'cache-tag';

const make: Record<Coding, (body: Buffer) => Promise<Buffer>> = {
  identity: async (body) => body,
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
      },
    }),
};

/** A window of 2ⁿ bits reaches so much less far (RFC 7932, 9.1). */
const WINDOW_GAP_BYTES = 16;

/** A window, in bits, that holds all of it: a wider one takes its memory, and finds nothing more. */
const windowFor = (bytes: number): number =>
  Math.min(
    constants.BROTLI_DEFAULT_WINDOW,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes + WINDOW_GAP_BYTES))),
  );

export const isCompressible = ({ headers, body }: Entry): boolean =>
  body.length >= WORTH_BYTES &&
  headers.some(([name, value]) => name === 'content-type' && COMPRESSIBLE.test(value));

/** Codes the body and writes down what is said of it. */
export async function formOf(entry: Entry, coding: Coding): Promise<Form> {
  const { headers, body } = entry;
  const coded = await make[coding](body);
  const etag = `"${entry.etag}${coding === 'identity' ? '' : `-${coding}`}"`;
  const always = ['ETag', etag, ...(isCompressible(entry) ? ['Vary', 'Accept-Encoding'] : [])];
  const said = headers.filter(([name]) => name !== TAGS);
  const unchanged = said.filter(([name]) => name === 'cache-control');
  const changing = ['Cache-Status', '', 'Age', '0'];
  return {
    etag,
    head: [
      ...said.flat(),
      ...always,
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
      'Content-Length',
      String(coded.length),
      ...changing,
    ],
    unchanged: [...unchanged.flat(), ...always, ...changing],
    tags: headers.filter(([name]) => name === TAGS).flat(),
    body: coded,
  };
}

/** Browsers of a kind all ask in the same words. */
const MOST_REMEMBERED = 100;
const remembered = new Map<string, Codings>();

/** The best first. */
type Codings = readonly [Coding, ...Coding[]];
const NONE: Codings = ['identity'];

/** Those of our codings that a visitor takes, by its `Accept-Encoding` (RFC 9110, 12.5.3). */
export function codingsFor(accepted: string | undefined): Codings {
  if (!accepted) return NONE;
  const known = remembered.get(accepted);
  if (known) return known;
  const weights = new Map(accepted.toLowerCase().split(',').map(weighted));
  const taken = (['br', 'gzip'] as const).filter(
    (coding) => weights.get(coding) ?? weights.get('*'),
  );
  const found = [...taken, 'identity'] as unknown as Codings;
  if (remembered.size < MOST_REMEMBERED) remembered.set(accepted, found);
  return found;
}

/** A coding with its weight; 0 says that it is not wanted. */
function weighted(part: string): [coding: string, weight: number] {
  const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return [coding, weight === undefined ? 1 : Number(weight)];
}
