import { expect, it } from 'vitest';
import type { SiteIndex } from '#domain/site-index.ts';
import { addressOf } from './address.ts';
import { knownFrom } from './known.ts';

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
const known = knownFrom(JSON.stringify(INDEX));
const find = (url: string) => known.find(addressOf(url) ?? { path: '', query: '' });

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
])('%s is kept as %s', (url, key) => {
  expect(find(url)).toEqual({ at: 'shared', key });
});

it.each(['/api', '/api/media/file/c.png', '/admin/x.css', '/admin/'])('%s is passed on', (url) => {
  expect(find(url)).toEqual({ at: 'passed' });
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
])('there is nothing at %s', (url) => {
  expect(find(url)).toEqual({ at: 'nothing' });
});

it('leads from a path with a slash at its end to the path', () => {
  expect(find('/list/?page=1')).toEqual({ at: 'slash', path: '/list' });
});

it.each([
  '',
  '{}',
  'null',
  JSON.stringify({ ...INDEX, more: 1 }),
  JSON.stringify({ ...INDEX, shared: ['x'] }),
])('takes nothing for an index that is none: %s', (json) => {
  expect(() => knownFrom(json)).toThrow();
});
