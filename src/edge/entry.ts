import { createHash } from 'node:crypto';
import { directives, seconds } from './cache-control.ts';
import { OWN_TO_A_CONNECTION } from './connection.ts';

/** An answer of the origin, read to its end. Names of headers are in lower case. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** An answer that is kept, under the address that it answers. */
export interface Entry {
  key: string;
  status: number;
  /** As the origin sent them, without what is about its connection with us. */
  headers: [name: string, value: string][];
  tags: string[];
  /** When its making began, by the clock of the purges. */
  began: number;
  /** When the origin said so last; 0 if that was before a restart. Milliseconds since 1970. */
  confirmed: number;
  /** How long it holds unless somebody tells of changes, in seconds. */
  freshS: number;
  /** How long it may stand in for a newer one that cannot be had, in seconds. */
  standInS: number;
  /** Its name changes with its content: it holds for ever. */
  immutable: boolean;
  body: Buffer;
  /** Names the body; without quotation marks. */
  etag: string;
}

const KEPT_STATUS = new Set([200, 301, 308, 404, 410]);

/** Whoever says one of these does not mean everybody, or not for long. */
const AGAINST = ['private', 'no-store', 'no-cache'];

/** Nobody's cache should be filled by one of these. */
const MOST_BYTES = 16 * 1024 * 1024;

/** About this one answer or its connection, or made anew by us. */
const NOT_KEPT = new Set([
  ...OWN_TO_A_CONNECTION,
  'age',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'last-modified',
  'set-cookie',
  'vary',
  'accept-ranges',
]);

/** The answer as it is kept; undefined if the origin does not say that it is the same for everybody. */
export function entryOf(key: string, began: number, answer: Answer): Entry | undefined {
  const { status, headers, body } = answer;
  const control = directives(text(headers['cache-control']));
  const freshS = seconds(control.get('s-maxage')) ?? seconds(control.get('max-age'));
  if (!freshS || !control.has('public') || AGAINST.some((word) => control.has(word))) {
    return undefined;
  }
  if (!KEPT_STATUS.has(status) || body.length > MOST_BYTES || headers['set-cookie'])
    return undefined;
  if (headers['content-encoding'] || !variesByEncodingAlone(text(headers.vary))) return undefined;
  return {
    key,
    status,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || NOT_KEPT.has(name) ? [] : [[name, text(value)] as [string, string]],
    ),
    tags: tagsIn(text(headers['cache-tag'])),
    began,
    confirmed: Date.now(),
    freshS,
    standInS: seconds(control.get('stale-if-error')) ?? 0,
    immutable: control.has('immutable'),
    body,
    etag: etagOf(body),
  };
}

/** A name that no other body has. */
export const etagOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22);

const tagsIn = (list: string): string[] =>
  list
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);

const variesByEncodingAlone = (vary: string): boolean =>
  vary.split(',').every((name) => ['', 'accept-encoding'].includes(name.trim().toLowerCase()));

const text = (value: string | string[] | undefined): string => [value ?? ''].flat().join(', ');
