import { expect, it } from 'vitest';
import { createCacheEntry, mustRevalidate, type OriginResponse } from './cache-entry.ts';

const CACHEABLE = { 'cache-control': 'public, s-maxage=60, stale-if-error=86400' };
const response = (headers: OriginResponse['headers'], status = 200): OriginResponse => ({
  status,
  headers: { ...CACHEABLE, ...headers },
  body: Buffer.from('page'),
});
const entry = (headers: OriginResponse['headers'], status?: number) =>
  createCacheEntry('/page', 1, response(headers, status));

const DATE = 'Tue, 01 Dec 2026 06:44:13 GMT';

it('stores end-to-end headers without those that the edge computes', () => {
  const headers = {
    age: '1',
    date: DATE,
    etag: '"a"',
    connection: 'close, X-Hop',
    'x-hop': '1',
    'x-custom': ['a', 'b'],
  };
  expect(entry({ ...headers, vary: 'Accept-Encoding', 'cache-tag': 'a, b,,c:1' })).toMatchObject({
    headers: expect.not.arrayContaining([expect.arrayContaining(['age'])]),
    tags: ['a', 'b', 'c:1'],
    freshnessLifetimeS: 60,
    staleIfErrorS: 86_400,
    immutable: false,
  });
  expect(entry(headers)?.headers).toEqual([
    ['date', DATE],
    ['cache-control', CACHEABLE['cache-control']],
    ['x-custom', 'a, b'],
  ]);
});

it('adds a Date if the origin sent none', () => {
  const date = entry({})?.headers.find(([name]) => name === 'date')?.[1] ?? '';
  expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(2_000);
});

it.each<[string | string[], number | undefined]>([
  ['30', 30],
  ['7200, 0', 7200],
  [['7200', '0'], 7200],
  ['7200;x=1', undefined],
  ['-1', undefined],
])('reads the Age %o as %s seconds', (age, initialAgeS) => {
  expect(entry({ age })?.initialAgeS).toBe(initialAgeS);
});

it.each([
  ['public, s-maxage=60, stale-if-error=60', false],
  ['public, max-age=60', false],
  ['public, max-age=60, must-revalidate', true],
  ['public, s-maxage=60, stale-if-error=60, Proxy-Revalidate', true],
  ['public, s-maxage=60', true],
])('knows whether a response with “%s” must be revalidated', (cacheControl, expected) => {
  const stored = entry({ 'cache-control': cacheControl });
  expect(stored && mustRevalidate(stored)).toBe(expected);
});

it('reads the freshness lifetime from max-age if there is no s-maxage', () => {
  expect(entry({ 'cache-control': 'public, max-age=5, immutable' })).toMatchObject({
    freshnessLifetimeS: 5,
    staleIfErrorS: 0,
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
])('does not store a response with the Cache-Control “%s”', (cacheControl) => {
  expect(entry({ 'cache-control': cacheControl })).toBeUndefined();
});

it.each<OriginResponse['headers']>([
  { 'set-cookie': ['a=1'] },
  { 'content-encoding': 'gzip' },
  { vary: '*' },
  { vary: 'Accept-Encoding, Cookie' },
  { vary: ['Accept-Encoding', 'RSC'] },
])('does not store a response with %o', (headers) => {
  expect(entry(headers)).toBeUndefined();
});

it.each([201, 206, 302, 303, 304, 307, 401, 403, 500, 503])('does not store a %i', (status) => {
  expect(entry({}, status)).toBeUndefined();
});

it('gives each body an entity tag of its own', () => {
  const other = { ...response({}), body: Buffer.from('other') };
  expect(entry({})?.etag).toBe(entry({ 'x-a': 'b' })?.etag);
  expect(createCacheEntry('/page', 1, other)?.etag).not.toBe(entry({})?.etag);
});

it('does not store a body larger than 16 MB', () => {
  const large = { ...response({}), body: Buffer.alloc(16 * 1024 * 1024 + 1) };
  expect(createCacheEntry('/page', 1, large)).toBeUndefined();
});
