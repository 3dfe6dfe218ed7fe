import { expect, it } from 'vitest';
import { addressOf, againAt } from './address.ts';

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
])('%s is %s with “%s”', (url, path, query) => {
  expect(addressOf(url)).toEqual({ path, query });
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
])('%s is no address of a site', (url) => {
  expect(addressOf(url)).toBeUndefined();
  expect(againAt(url)).toBe('/');
});

it('is asked for again as it was', () => {
  expect(againAt('/list?a="b"')).toBe('/list?a="b"');
  expect(againAt(undefined)).toBe('/');
});
