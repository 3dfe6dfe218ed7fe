import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { RawRequest } from '../raw-request.ts';

/** A request, and whether it is one that a visitor or a colleague could have meant. */
export interface Hostile extends RawRequest {
  /** What is wrong with it, for messages of tests. */
  kind: string;
  /** It may be taken. Everything else has to be turned away. */
  sound?: true;
}

const MIB = 1024 * 1024;
export const JSON_TYPE = { 'Content-Type': 'application/json' };
export const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** What is in no field of text, as JSON: strings may hold what JSON.stringify would not write. */
const WRONG_VALUES = [
  'null',
  'true',
  '0',
  '-1e999',
  '[]',
  '{}',
  '[[[[]]]]',
  '{"$gt":""}',
  '{"$ne":null}',
  '{"$where":"sleep(5000)"}',
  '{"$regex":"^(a+)+$"}',
  '{"$in":[null,""]}',
  '{"__proto__":{"status":"closed"}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"toString":1,"valueOf":null,"length":-1}',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u0000"',
  '"\\u202e\\u2066"',
  '""',
  `"${'x'.repeat(5000)}"`,
  `"${'\\u0301'.repeat(2000)}"`,
];

export const wrongValue = fc.constantFrom(...WRONG_VALUES);

const nested = (levels: number, [open, close]: readonly [string, string]): string =>
  open.repeat(levels) + close.repeat(levels);

const bracket = fc.constantFrom(['[', ']'] as const, ['{"a":', '}'] as const);

/** Bodies that no object can be read from, whatever is asked for. */
const noObject: fc.Arbitrary<[kind: string, body: string]> = fc.oneof(
  fc
    .constantFrom('null', '[]', '"x"', '1', 'true', '', ' ', '{}{}', '{"a":}')
    .map((body): [string, string] => ['no object', body]),
  fc
    .tuple(fc.integer({ min: 200, max: 15_000 }), bracket)
    .map(([levels, pair]): [string, string] => ['deep', nested(levels, pair)]),
  fc
    .string({ unit: 'binary', maxLength: 200 })
    .map((body): [string, string] => ['noise', `${body}{`]),
);

/** So many megabytes of nothing in a few kilobytes. */
const bombs = [
  ['gzip', gzipSync(Buffer.alloc(30 * MIB))],
  ['br', brotliCompressSync(Buffer.alloc(30 * MIB))],
  ['deflate', deflateSync(Buffer.alloc(30 * MIB))],
] as const;

const WRONG_TYPES = [
  'text/plain',
  'application/xml',
  'application/json-patch+json',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'application/json, text/plain',
  '*/*',
  ';',
];

/** What can be wrong with any body, whatever it is sent to. */
export const wrongBody = (
  sound: string,
  type: Record<string, string>,
): fc.Arbitrary<Partial<Hostile>> =>
  fc.oneof(
    { arbitrary: noObject.map(([kind, body]) => wrong(kind, body, JSON_TYPE)), weight: 6 },
    {
      arbitrary: fc
        .integer({ min: 1, max: Math.max(1, sound.length - 2) })
        .map((at) => wrong('truncated', sound.slice(0, at), JSON_TYPE)),
      weight: 4,
    },
    {
      arbitrary: fc
        .constantFrom(...WRONG_TYPES)
        .map((other) => wrong('wrong type', sound, { 'Content-Type': other })),
      weight: 4,
    },
    {
      arbitrary: fc.constantFrom(...bombs).map(([encoding, bytes]) => ({
        ...wrong('bomb', '', { ...type, 'Content-Encoding': encoding }),
        body: bytes,
      })),
      weight: 2,
    },
    {
      arbitrary: fc
        .uint8Array({ minLength: 1, maxLength: 300 })
        .map((bytes) => ({ ...wrong('bytes', '', JSON_TYPE), body: Buffer.from(bytes) })),
      weight: 2,
    },
    {
      arbitrary: fc
        .integer({ min: 70 * 1024, max: 2 * MIB })
        .map((size) => ({ ...wrong('too large', '', type), body: Buffer.alloc(size, 'x') })),
      weight: 2,
    },
  );

export const wrong = (
  kind: string,
  body: string,
  headers: Record<string, string>,
): Partial<Hostile> => ({
  kind,
  headers,
  body: Buffer.from(body, 'utf8'),
});

/** More than anybody sends: there are only a few of these, or they are all that is measured. */
const FLOODS = 20;

const flood = (request: Hostile, at: number): Hostile => ({
  ...request,
  kind: '50 MB',
  method: 'POST',
  body: at % 2 ? 50 * MIB : Buffer.alloc(50 * MIB, 'x'),
  headers: { ...(request.headers['Content-Type'] ? request.headers : JSON_TYPE) },
  sound: undefined,
});

/** The same from the same seed; the last few of them are floods. */
export function sample(arbitrary: fc.Arbitrary<Hostile>, seed: number, count: number): Hostile[] {
  const floods = Math.min(FLOODS, Math.ceil(count / 100));
  return fc
    .sample(arbitrary, { seed, numRuns: count })
    .map((request, at) => (at % Math.floor(count / floods) === 0 ? flood(request, at) : request));
}

/** JSON in which the value under one name is another, and stands as it was given. */
export const withValue = (object: Record<string, unknown>, name: string, value: string): string =>
  JSON.stringify({ ...object, [name]: '@' }).replace('"@"', () => value);
