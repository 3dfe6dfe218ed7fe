import { beforeEach, expect, it } from 'vitest';
import { cacheStatus, fetchRaw, startTestEdge, type TestEdge } from '#tests/helpers/edge.ts';
import {
  proxiedRequests,
  SHARED_CACHE_CONTROL,
  type StubOrigin,
  sharedPage,
  startOrigin,
} from '#tests/helpers/stub-origin.ts';

const PRIVATE = 'for one person alone';
const SESSION_COOKIE: Record<string, string> = { Cookie: 'payload-token=abc' };
const CACHEABLE = { 'Cache-Control': SHARED_CACHE_CONTROL, 'Content-Type': 'text/html' };
/** The targets that the edge fetches without a request for them. */
const PREFETCHED = ['/site-index.json', '/not-found', '/unavailable', '/unsent'];

let origin: StubOrigin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await startOrigin();
  origin.respond('/page', sharedPage('The page'));
  origin.respond('/not-found', { ...sharedPage('Nothing here'), status: 404 });
  edge = await startTestEdge(origin);
});

it.each([
  '/admin',
  '/admin/x.css',
  '/admin/collections/articles/1.js',
  '/admin/..%2fpage',
  '/admin/%2e%2e%2fpage',
  '/admin/..;/page',
  '/admin/%252e%252e/page',
  '/admin/page%00.css',
  '/admin?/page.css',
  '/api/users/me',
  '/api/users/me/x.png',
  '/api/users/me;.css',
  '/api/users/me%0a.css',
  '/%61dmin/x.css',
  '/requests/received/AAAAAAAAAAAAAAAAAAAAAA',
  '/requests/received/AAAAAAAAAAAAAAAAAAAAAA/x.css',
])('does not cache %s, even if its Cache-Control allows it', async (target) => {
  const isSignedIn = (cookie: string | undefined) => cookie?.includes('payload-token');
  origin.respond(target, ({ headers: { cookie } }) => ({
    headers: { ...CACHEABLE, 'Set-Cookie': 'a=1' },
    body: isSignedIn(cookie) ? PRIVATE : 'nobody',
  }));
  const headers = SESSION_COOKIE;
  expect((await fetchRaw(edge, target, { headers })).body.toString()).toBe(PRIVATE);
  expect((await fetchRaw(edge, target)).body.toString()).toBe('nobody');
  expect((await fetchRaw(edge, target, { headers })).body.toString()).toBe(PRIVATE);
  expect(origin.countRequests(target)).toBe(3);
});

it.each([
  '/page%2f',
  '/admin;x=/page',
  '/page/%2e',
  '/page/..',
  '/admin/../page',
  '/admin/%2e%2E/page',
  '/./page',
  '//page',
  '//evil.example/page',
  '/\\evil.example/page',
  '/page\\..\\admin',
  '/page%5c..%5cadmin',
  '/page;jsessionid=1',
  '/page%3Ftopic=a',
  '/page%23',
  '/page%00',
  '/page%0d%0aSet-Cookie:%20a=1',
  '/page.css',
  '/page/x.css',
  '/Page',
  '/%2570age',
  '/pag%e',
  '/pag%C3%28',
  '/_next/data/build/page.json',
  '/_next/data/build/admin.json',
  '/_next/image?url=/page&w=1',
  '/__proto__',
  '/constructor',
  'http://throughcare.test/nothing',
  'http://throughcare.test//page',
  'http://throughcare.test/admin/../page',
  'http://throughcare.test/http://throughcare.test/page',
])('serves the shared 404 page at %s', async (target) => {
  for (const headers of [{}, SESSION_COOKIE]) {
    const response = await fetchRaw(edge, target, { headers });
    expect([response.status, response.body.toString(), response.headers.location]).toEqual([
      404,
      'Nothing here',
      undefined,
    ]);
  }
  expect(proxiedRequests(origin)).toEqual([]);
  for (const { url } of origin.requests) expect(PREFETCHED).toContain(url);
});

it.each(['//evil.example/page', '/api/../admin', '/api//x', '*'])(
  'proxies nothing at %s, for any method or client',
  async (target) => {
    const authenticated = { Authorization: 'JWT abc' };
    for (const [method, headers] of [
      ['POST', {}],
      ['GET', authenticated],
      ['OPTIONS', {}],
    ] as const) {
      const { status } = await fetchRaw(edge, target, { method, headers });
      expect(status).toBe(404);
    }
    expect(proxiedRequests(origin)).toEqual([]);
    for (const { url } of origin.requests) expect(PREFETCHED).toContain(url);
  },
);

const SITE = 'http://throughcare.test';

it.each([SITE, 'HTTP://Throughcare.test', 'https://throughcare.test:443', `${SITE}:80`])(
  'serves the same page for a target in absolute-form with %s',
  async (site) => {
    expect((await fetchRaw(edge, '/page')).body.toString()).toBe('The page');
    for (const target of [`${site}/page`, `${site}/page?utm_source=x`]) {
      expect(cacheStatus(await fetchRaw(edge, target))).toBe('throughcare; hit');
    }
    origin.respond('/', sharedPage('Home'));
    expect((await fetchRaw(edge, site)).body.toString()).toBe('Home');
    expect((await fetchRaw(edge, `${site}?utm_source=x`)).body.toString()).toBe('Home');
    expect(origin.requests.filter(({ url }) => !url.startsWith('/'))).toEqual([]);
    expect([origin.countRequests('/page'), origin.countRequests('/')]).toEqual([1, 1]);
  },
);

it('accepts its local address in absolute-form', async () => {
  const { port } = new URL(edge.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
    expect((await fetchRaw(edge, `http://${host}/page`)).body.toString()).toBe('The page');
  }
});

it('proxies a target in absolute-form as a path, with the host that it names', async () => {
  origin.respond('/api/x?a=http://evil.example/', { body: 'yes' });
  const response = await fetchRaw(edge, `${SITE}/api/x?a=http://evil.example/`, {
    method: 'POST',
    headers: { Host: 'evil.example' },
  });
  expect(response.body.toString()).toBe('yes');
  expect(proxiedRequests(origin).map(({ url, headers }) => [url, headers.host])).toEqual([
    ['/api/x?a=http://evil.example/', 'throughcare.test'],
  ]);
});

it.each([
  'http://evil.example/page',
  'http://evil.example/admin',
  'http://throughcare.test.evil.example/page',
  'http://throughcare.test:8080/page',
  'http://throughcare.test@evil.example/page',
  'http://evil.example@throughcare.test/page',
  'http:///page',
])('rejects %s as another site', async (target) => {
  for (const [method, headers] of [
    ['GET', {}],
    ['POST', { Host: 'evil.example' }],
    ['GET', { Host: 'evil.example', Authorization: 'JWT abc' }],
  ] as const) {
    const response = await fetchRaw(edge, target, { method, headers });
    expect([response.status, response.headers['cache-control']]).toEqual([
      421,
      'private, no-store',
    ]);
  }
  expect(proxiedRequests(origin)).toEqual([]);
  for (const { url } of origin.requests) expect(PREFETCHED).toContain(url);
});
