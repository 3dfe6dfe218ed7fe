import { expect, it } from 'vitest';
import type { SiteIndex } from '#domain/site-index.ts';
import { parseRequestTarget } from './request-target.ts';
import { parseRouteIndex } from './route-index.ts';

const INDEX: SiteIndex = {
  shared: ['/', '/list', '/caf%c3%a9', '/api/media/file/a b.png'],
  lists: {
    '/list': {
      by: ['stage', 'topic'],
      pages: {
        '': 12,
        'topic=a': 2,
        'topic=%C3%A9': 1,
        'stage=b': 1,
        'stage=b&topic=a': 1,
      },
    },
  },
  passed: ['/api', '/admin'],
  stand: { missing: '/not-found', unavailable: '/unavailable', unsent: '/unsent' },
  labels: {},
};
const routeIndex = parseRouteIndex(JSON.stringify(INDEX));
const findRoute = (url: string) =>
  routeIndex.findRoute(parseRequestTarget(url) ?? { path: '', query: '' });

it.each([
  ['/', '/'],
  ['/?utm=1', '/'],
  ['/list?', '/list'],
  ['/list?page=2&topic=a', '/list?topic=a&page=2'],
  ['/list?topic=a&topic=b', '/list?topic=a'],
  ['/list?topic=a&stage=b', '/list?stage=b&topic=a'],
  ['/list?page=12', '/list?page=12'],
  ['/list?topic=%C3%A9', '/list?topic=%C3%A9'],
  ['/list?topic=&x=y', '/list'],
  ['/list?__proto__=a&constructor=b', '/list'],
  ['/caf%C3%A9', '/caf%C3%A9'],
  ['/api/media/file/a%20b.png', '/api/media/file/a%20b.png'],
])('caches %s under the key %s', (url, key) => {
  expect(findRoute(url)).toEqual({ kind: 'shared', key });
});

it.each(['/api', '/api/media/file/c.png', '/admin/x.css', '/admin/'])('proxies %s', (url) => {
  expect(findRoute(url)).toEqual({ kind: 'proxied' });
});

it.each([
  '/list?topic=c',
  '/list?stage=b&topic=%C3%A9',
  '/list?topic=a&page=3',
  '/list?page=13',
  '/list?page=02',
  '/list?page=%00',
  '/apis',
  '/lists',
  '/not-found',
  '/unsent',
  '/list//',
])('finds no route at %s', (url) => {
  expect(findRoute(url)).toEqual({ kind: 'missing' });
});

it('redirects a path with a trailing slash', () => {
  expect(findRoute('/list/?page=1')).toEqual({ kind: 'redirect', path: '/list' });
});

it.each([
  '',
  '{}',
  'null',
  JSON.stringify({ ...INDEX, more: 1 }),
  JSON.stringify({ ...INDEX, shared: ['x'] }),
])('rejects an invalid site index: %s', (json) => {
  expect(() => parseRouteIndex(json)).toThrow();
});
