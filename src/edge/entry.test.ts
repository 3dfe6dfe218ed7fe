import { expect, it } from 'vitest';
import { type Answer, entryOf } from './entry.ts';

const KEPT = { 'cache-control': 'public, s-maxage=60, stale-if-error=86400' };
const answer = (headers: Answer['headers'], status = 200): Answer => ({
  status,
  headers: { ...KEPT, ...headers },
  body: Buffer.from('page'),
});
const entry = (headers: Answer['headers'], status?: number) =>
  entryOf('/page', 1, answer(headers, status));

it('keeps what is said to everybody, without what was said to us', () => {
  const own = { age: '1', date: 'now', etag: '"a"', connection: 'close', 'x-kept': ['a', 'b'] };
  expect(entry({ ...own, vary: 'Accept-Encoding', 'cache-tag': 'a, b,,c:1' })).toMatchObject({
    headers: expect.not.arrayContaining([expect.arrayContaining(['age'])]),
    tags: ['a', 'b', 'c:1'],
    freshS: 60,
    standInS: 86_400,
    immutable: false,
  });
  expect(entry(own)?.headers.map(([name]) => name)).toEqual(['cache-control', 'x-kept']);
});

it('knows how long it holds', () => {
  expect(entry({ 'cache-control': 'public, max-age=5, immutable' })).toMatchObject({
    freshS: 5,
    standInS: 0,
    immutable: true,
  });
});

it.each([
  'private, s-maxage=60',
  'public, private, s-maxage=60',
  'public, s-maxage=60, no-store',
  'public, s-maxage=60, no-cache',
  'public, s-maxage=0',
  'public, s-maxage=x',
  'public',
  's-maxage=60',
  '',
])('keeps nothing that says “%s”', (control) => {
  expect(entry({ 'cache-control': control })).toBeUndefined();
});

it.each<Answer['headers']>([
  { 'set-cookie': ['a=1'] },
  { 'content-encoding': 'gzip' },
  { vary: '*' },
  { vary: 'Accept-Encoding, Cookie' },
  { vary: ['Accept-Encoding', 'RSC'] },
])('keeps nothing with %o', (headers) => {
  expect(entry(headers)).toBeUndefined();
});

it.each([201, 206, 302, 303, 304, 307, 401, 403, 500, 503])('keeps no %i', (status) => {
  expect(entry({}, status)).toBeUndefined();
});

it('names each body by what it is', () => {
  const other = { ...answer({}), body: Buffer.from('other') };
  expect(entry({})?.etag).toBe(entry({ 'x-a': 'b' })?.etag);
  expect(entryOf('/page', 1, other)?.etag).not.toBe(entry({})?.etag);
});

it('keeps nothing larger than 16 MB', () => {
  const large = { ...answer({}), body: Buffer.alloc(16 * 1024 * 1024 + 1) };
  expect(entryOf('/page', 1, large)).toBeUndefined();
});
