import { expect, it } from 'vitest';
import { parseRequestTarget, retryUrl } from './request-target.ts';

it.each([
  ['/', '/', ''],
  ['/page?a=1?b', '/page', 'a=1?b'],
  ['/page?', '/page', ''],
  ['/%70%61ge%2D%7e', '/page-~', ''],
  ['/caf%c3%a9', '/caf%C3%A9', ''],
  ['/a%2fb', '/a%2Fb', ''],
  ['/%2570age', '/%2570age', ''],
  ['/a%', '/a%', ''],
  ['/..a/.b/c...', '/..a/.b/c...', ''],
  ['/page?//..\\', '/page', '//..\\'],
])('parses %s into the path %s and the query “%s”', (url, path, query) => {
  expect(parseRequestTarget(url)).toEqual({ path, query });
});

it.each([
  '',
  '*',
  'page',
  'http://site/page',
  '//site/page',
  '/a//b',
  '/.',
  '/..',
  '/a/../b',
  '/a/%2E%2e/b',
  '/a/%2e',
  '/\\site',
  '/a b',
  '/a\u0000',
  '/é',
])('rejects %s', (url) => {
  expect(parseRequestTarget(url)).toBeUndefined();
  expect(retryUrl(url)).toBe('/');
});

it('links to the same URL for another try', () => {
  expect(retryUrl('/list?a="b"')).toBe('/list?a="b"');
  expect(retryUrl(undefined)).toBe('/');
});
