import { describe, expect, it } from 'vitest';
import { findSourceProblem, normalizeRedirectPath, toLocation, toSitePath } from './redirects.ts';

const SITE = 'https://site.example';

it.each([
  ['/iop', '/iop'],
  [' iop ', '/iop'],
  ['/IOP/', '/IOP'],
  ['//elsewhere.example//a/', '/elsewhere.example/a'],
  ['/%C3%A9t%C3%A9', '/été'],
  ['/old%20page.html', '/old page.html'],
  ['/%', '/%'],
  ['https://site.example/iop', '/iop'],
  ['https://site.example.net/iop', '/https:/site.example.net/iop'],
  ['/', '/'],
  ['', ''],
])('normalizes %j to %j', (typed, path) => {
  expect(normalizeRedirectPath(typed, SITE)).toBe(path);
});

describe('a redirect', () => {
  it.each([
    ['', 'Enter the old address'],
    ['/iop?a=1', 'Leave out ?'],
    ['/iop#part', 'Leave out ?'],
    ['/a\\b', 'Enter a path'],
    ['/a\u0000b', 'Enter a path'],
    ['/100%', 'Enter a path'],
    ['/https:/elsewhere.example/iop', 'Enter a path'],
    ...[
      '/',
      '/admin',
      '/admin/collections/users',
      '/api/articles',
      '/articles',
      '/stages',
      '/requests/request-call',
      '/withdraw/x',
      '/preview/articles/1',
      '/assets/site.js',
      '/_next/static/x.css',
      '/favicon.svg',
      '/site-index.json',
      '/sitemap.xml',
      '/healthz',
      '/search',
    ].map((path) => [path, 'is an address of the site itself']),
  ])('cannot start at %j', (path, message) => {
    expect(findSourceProblem(path)).toContain(message);
  });

  it.each(['/iop', '/Admin', '/articles/old', '/stages/old', '/topics/a/b', '/old page.html'])(
    'can start at %s',
    (path) => {
      expect(findSourceProblem(path)).toBeUndefined();
    },
  );
});

it.each([
  ['/iop?a=1#b', '/iop'],
  ['https://site.example/iop', '/iop'],
  ['https://site.example', '/'],
  ['https://elsewhere.example/iop', undefined],
  ['//elsewhere.example/iop', undefined],
  ['/\\elsewhere.example', undefined],
  ['tel:911', undefined],
  ['http://', undefined],
])('reads %j as the path %j of this site', (address, path) => {
  expect(toSitePath(address, SITE)).toBe(path);
});

it.each([
  ['/été?a=b c#d', '/%C3%A9t%C3%A9?a=b%20c#d'],
  ['https://site.example/iop', '/iop'],
  ['https://elsewhere.example/ü', 'https://elsewhere.example/%C3%BC'],
  ['/a\r\nSet-Cookie: b', '/'],
])('writes %j as the location %j', (address, location) => {
  expect(toLocation(address, SITE)).toBe(location);
});
