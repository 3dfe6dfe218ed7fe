import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { RawRequest } from '../raw-request.ts';

/** A request of a fuzz test. */
export interface HostileRequest extends RawRequest {
  /** What is wrong with it, for test messages. */
  kind: string;
  /** True if it may be accepted. All others must be rejected. */
  isValid?: true;
}

const MIB = 1024 * 1024;
export const JSON_TYPE = { 'Content-Type': 'application/json' };
export const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Invalid values for text fields as JSON, with characters that JSON.stringify would not write. */
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

const brackets = fc.constantFrom(['[', ']'] as const, ['{"a":', '}'] as const);

/** Generates bodies that are not a JSON object. */
const notAnObject: fc.Arbitrary<[kind: string, body: string]> = fc.oneof(
  fc
    .constantFrom('null', '[]', '"x"', '1', 'true', '', ' ', '{}{}', '{"a":}')
    .map((body): [string, string] => ['no object', body]),
  fc
    .tuple(fc.integer({ min: 200, max: 15_000 }), brackets)
    .map(([levels, pair]): [string, string] => ['deep', nested(levels, pair)]),
  fc
    .string({ unit: 'binary', maxLength: 200 })
    .map((body): [string, string] => ['noise', `${body}{`]),
);

/** 30 MiB of zeros in a few kilobytes, for each content coding. */
const DECOMPRESSION_BOMBS = [
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

/** Generates bodies that no endpoint may accept. */
export const wrongBody = (
  validBody: string,
  type: Record<string, string>,
): fc.Arbitrary<Partial<HostileRequest>> =>
  fc.oneof(
    {
      arbitrary: notAnObject.map(([kind, body]) => wrongRequest(kind, body, JSON_TYPE)),
      weight: 6,
    },
    {
      arbitrary: fc
        .integer({ min: 1, max: Math.max(1, validBody.length - 2) })
        .map((at) => wrongRequest('truncated', validBody.slice(0, at), JSON_TYPE)),
      weight: 4,
    },
    {
      arbitrary: fc
        .constantFrom(...WRONG_TYPES)
        .map((other) => wrongRequest('wrong type', validBody, { 'Content-Type': other })),
      weight: 4,
    },
    {
      arbitrary: fc.constantFrom(...DECOMPRESSION_BOMBS).map(([encoding, bytes]) => ({
        ...wrongRequest('bomb', '', { ...type, 'Content-Encoding': encoding }),
        body: bytes,
      })),
      weight: 2,
    },
    {
      arbitrary: fc
        .uint8Array({ minLength: 1, maxLength: 300 })
        .map((bytes) => ({ ...wrongRequest('bytes', '', JSON_TYPE), body: Buffer.from(bytes) })),
      weight: 2,
    },
    {
      arbitrary: fc
        .integer({ min: 70 * 1024, max: 2 * MIB })
        .map((size) => ({ ...wrongRequest('too large', '', type), body: Buffer.alloc(size, 'x') })),
      weight: 2,
    },
  );

export const wrongRequest = (
  kind: string,
  body: string,
  headers: Record<string, string>,
): Partial<HostileRequest> => ({
  kind,
  headers,
  body: Buffer.from(body, 'utf8'),
});

/** Number of requests with 50 MB. More of them would dominate the measurement. */
const FLOODS = 20;

const flood = (request: HostileRequest, index: number): HostileRequest => ({
  ...request,
  kind: '50 MB',
  method: 'POST',
  body: index % 2 ? 50 * MIB : Buffer.alloc(50 * MIB, 'x'),
  headers: { ...(request.headers['Content-Type'] ? request.headers : JSON_TYPE) },
  isValid: undefined,
});

/** Returns a sample of requests, the same for the same seed. A few of them, evenly spread, have 50 MB. */
export function sample(
  arbitrary: fc.Arbitrary<HostileRequest>,
  seed: number,
  count: number,
): HostileRequest[] {
  const floods = Math.min(FLOODS, Math.ceil(count / 100));
  return fc
    .sample(arbitrary, { seed, numRuns: count })
    .map((request, index) =>
      index % Math.floor(count / floods) === 0 ? flood(request, index) : request,
    );
}

/** Returns the object as JSON, with raw JSON text as the value of one name. */
export const withValue = (object: Record<string, unknown>, name: string, value: string): string =>
  JSON.stringify({ ...object, [name]: '@' }).replace('"@"', () => value);
