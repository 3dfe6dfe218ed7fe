import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { cacheStatus, fetchRaw, startTestEdge, type TestEdge } from '#tests/helpers/edge.ts';
import {
  SHARED_CACHE_CONTROL,
  type StubOrigin,
  sharedPage,
  startOrigin,
} from '#tests/helpers/stub-origin.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const TEXT = 'Recovery takes time, and help. '.repeat(100);

let origin: StubOrigin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await startOrigin();
  origin.respond('/page', sharedPage(TEXT));
  origin.respond('/not-found', { ...sharedPage('Nothing here', 'pages'), status: 404 });
  edge = await startTestEdge(origin);
});

it('serves a cached page with its age, and fetches it once', async () => {
  const first = await fetchRaw(edge, '/page');
  const again = await fetchRaw(edge, '/page');
  expect(first.body.toString()).toBe(TEXT);
  expect([first.status, cacheStatus(first), cacheStatus(again)]).toEqual([
    200,
    'throughcare; fwd=miss; stored',
    'throughcare; hit',
  ]);
  expect(again.headers).toMatchObject({
    'cache-control': SHARED_CACHE_CONTROL,
    'content-length': String(TEXT.length),
    vary: 'Accept-Encoding',
  });
  expect(Number(again.headers.age)).toBeGreaterThanOrEqual(0);
  expect(again.body).toEqual(first.body);
  expect(origin.countRequests('/page')).toBe(1);
});

it('sends the origin’s Date with each hit, and adds the age that a response arrived with', async () => {
  const date = new Date(Date.now() - 60_000).toUTCString();
  const { headers } = sharedPage(TEXT);
  const hopByHop = { Connection: 'X-Hop', 'X-Hop': '1' };
  origin.respond('/page', {
    headers: { ...headers, ...hopByHop, Date: date, Age: '30' },
    body: TEXT,
  });
  await fetchRaw(edge, '/page');
  const hit = await fetchRaw(edge, '/page');
  const notModified = await fetchRaw(edge, '/page', {
    headers: { 'If-None-Match': hit.headers.etag ?? '' },
  });
  expect(notModified.status).toBe(304);
  for (const { headers } of [hit, notModified]) {
    expect(headers).toMatchObject({ date, age: expect.stringMatching(/^3[0-5]$/) });
    expect(headers['x-hop']).toBeUndefined();
  }
});

it.each(['/admin/a', '/page'])(
  'forwards no header that the response to %s names in Connection',
  async (target) => {
    origin.respond(target, { headers: { Connection: 'close, X-Hop', 'X-Hop': '1', 'X-End': '1' } });
    const { headers } = await fetchRaw(edge, target);
    expect([headers['x-hop'], headers['x-end']]).toEqual([undefined, '1']);
  },
);

it('coalesces concurrent requests for a page', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  origin.respond('/page', { ...sharedPage(TEXT), after: promise });
  const responses = Array.from({ length: 20 }, () => fetchRaw(edge, '/page'));
  await expect.poll(() => origin.countRequests('/page')).toBe(1);
  resolve();
  for (const { body } of await Promise.all(responses)) expect(body.toString()).toBe(TEXT);
  expect(origin.countRequests('/page')).toBe(1);
});

it('sends the accepted content coding, each with a strong entity tag of its own', async () => {
  const onlyBrotli = await fetchRaw(edge, '/page', {
    headers: { 'Accept-Encoding': 'br, gzip;q=0' },
  });
  expect(onlyBrotli.body.toString()).toBe(TEXT);
  const plain = await fetchRaw(edge, '/page');
  const zipped = await fetchRaw(edge, '/page', { headers: { 'Accept-Encoding': 'gzip, deflate' } });
  expect(gunzipSync(zipped.body).toString()).toBe(TEXT);
  const brotli = () =>
    fetchRaw(edge, '/page', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
  await expect.poll(async () => (await brotli()).headers['content-encoding']).toBe('br');
  const best = await brotli();
  expect(brotliDecompressSync(best.body).toString()).toBe(TEXT);
  const identityOnly = { headers: { 'Accept-Encoding': 'br;q=0, gzip;q=0' } };
  expect((await fetchRaw(edge, '/page', identityOnly)).headers['content-encoding']).toBeUndefined();
  const entityTags = [plain, zipped, best].map(({ headers }) => headers.etag);
  expect(new Set(entityTags).size).toBe(3);
  for (const entityTag of entityTags) expect(entityTag).toMatch(/^"[\w-]+"$/);
  for (const { headers } of [plain, zipped, best]) expect(headers.vary).toBe('Accept-Encoding');
});

it('sends 304 Not Modified for an entity tag of the same content coding', async () => {
  const gzip = { 'Accept-Encoding': 'gzip' };
  const { headers } = await fetchRaw(edge, '/page', { headers: gzip });
  const conditional = { ...gzip, 'If-None-Match': `"other", W/${headers.etag}` };
  const notModified = await fetchRaw(edge, '/page', { headers: conditional });
  expect([notModified.status, notModified.body.length]).toEqual([304, 0]);
  expect(notModified.headers).toMatchObject({
    etag: headers.etag,
    'cache-control': SHARED_CACHE_CONTROL,
    vary: 'Accept-Encoding',
  });
  const otherCoding = await fetchRaw(edge, '/page', {
    headers: { 'If-None-Match': headers.etag ?? '' },
  });
  expect(otherCoding.status).toBe(200);
});

it('responds to HEAD as to GET, without the body', async () => {
  const head = await fetchRaw(edge, '/page', { method: 'HEAD' });
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers['content-length']).toBe(String(TEXT.length));
  await fetchRaw(edge, '/page');
  expect(origin.countRequests('/page')).toBe(1);
});

it('ignores unknown query parameters, and the order of known ones', async () => {
  origin.respond('/list?topic=a&page=2', sharedPage('two'));
  origin.respond('/list', sharedPage('one'));
  for (const query of ['?utm_source=x', '?topic=', '?page=&fbclid=1', '?']) {
    expect((await fetchRaw(edge, `/list${query}`)).body.toString()).toBe('one');
  }
  for (const query of ['?topic=a&page=2', '?page=2&topic=a&topic=b', '?x=1&page=2&topic=a']) {
    expect((await fetchRaw(edge, `/list${query}`)).body.toString()).toBe('two');
  }
  expect([origin.countRequests('/list'), origin.countRequests('/list?topic=a&page=2')]).toEqual([
    1, 1,
  ]);
});

it('serves one cached 404 page for all paths without a route', async () => {
  await fetchRaw(edge, '/nothing');
  const before = origin.countRequests('/not-found');
  const missing = [
    '/nothing',
    '/list?topic=c',
    '/list?page=3',
    '/page/x.css',
    '/_next/data/x.json',
  ];
  for (const target of [
    ...missing,
    '/not-found',
    '/unsent',
    '/%2e%2e/page',
    '//page',
    '/a/../page',
  ]) {
    const response = await fetchRaw(edge, target);
    expect([target, response.status, response.body.toString()]).toEqual([
      target,
      404,
      'Nothing here',
    ]);
  }
  const prefetched = ['/site-index.json', '/not-found', '/unavailable', '/unsent'];
  expect(origin.requests.map(({ url }) => url).filter((url) => !prefetched.includes(url))).toEqual(
    [],
  );
  expect(origin.countRequests('/not-found')).toBe(before);
});

it('redirects a trailing slash, and normalizes percent-encoding', async () => {
  const redirect = await fetchRaw(edge, '/list/?topic=a');
  expect([redirect.status, redirect.headers.location]).toEqual([308, '/list?topic=a']);
  expect((await fetchRaw(edge, '/%70age')).body.toString()).toBe(TEXT);
  expect(origin.countRequests('/page') + origin.countRequests('/%70age')).toBe(1);
});

it('caches redirects', async () => {
  const headers = {
    Location: '/page',
    'Cache-Control': SHARED_CACHE_CONTROL,
    'Cache-Tag': 'redirects',
  };
  origin.respond('/old', { status: 308, headers });
  for (let n = 0; n < 2; n += 1) {
    const response = await fetchRaw(edge, '/old');
    expect([response.status, response.headers.location]).toEqual([308, '/page']);
  }
  expect(origin.countRequests('/old')).toBe(1);
});

it.each<[string, Record<string, string | string[]>, number?]>([
  ['a private response', { 'Cache-Control': 'private, max-age=60' }],
  ['a response with no-store', { 'Cache-Control': 'no-store' }],
  ['a response without Cache-Control', {}],
  ['a response with Set-Cookie', { 'Cache-Control': SHARED_CACHE_CONTROL, 'Set-Cookie': 'a=1' }],
  ['a response that varies by Cookie', { 'Cache-Control': SHARED_CACHE_CONTROL, Vary: 'Cookie' }],
  ['a response that varies by everything', { 'Cache-Control': SHARED_CACHE_CONTROL, Vary: '*' }],
  ['a server error', { 'Cache-Control': SHARED_CACHE_CONTROL }, 503],
])('does not cache %s', async (_, headers, status = 200) => {
  origin.respond('/page', { status, headers, body: 'once' });
  for (let n = 1; n <= 2; n += 1) {
    const response = await fetchRaw(edge, '/page');
    expect([response.status, response.body.toString(), response.headers['cache-status']]).toEqual([
      status,
      'once',
      undefined,
    ]);
    expect(origin.countRequests('/page')).toBe(n);
  }
});

it('fetches without any header of the client, and with the public host', async () => {
  const headers = {
    Host: 'evil.example',
    Cookie: 'payload-token=abc',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-For': '9.9.9.9',
    'Accept-Language': 'de',
    'User-Agent': 'Someone',
    Range: 'bytes=0-3',
    'X-Nextjs-Data': '1',
  };
  const response = await fetchRaw(edge, '/page?x=1', { headers });
  expect([response.status, response.body.toString()]).toEqual([200, TEXT]);
  expect(Object.keys(origin.requests.at(-1)?.headers ?? {}).sort()).toEqual([
    'accept-encoding',
    'connection',
    'host',
  ]);
  expect(origin.requests.at(-1)?.headers.host).toBe('throughcare.test');
});

it('proxies requests with Authorization, and all paths below a proxied one', async () => {
  origin.respond('/page', ({ headers }) => sharedPage(headers.authorization ?? 'nobody'));
  const authenticated = { headers: { Authorization: 'JWT abc' } };
  expect((await fetchRaw(edge, '/page', authenticated)).body.toString()).toBe('JWT abc');
  expect((await fetchRaw(edge, '/page')).body.toString()).toBe('nobody');
  origin.respond('/admin/x.css', sharedPage('private'));
  for (let n = 1; n <= 2; n += 1) {
    await fetchRaw(edge, '/admin/x.css');
    expect(origin.countRequests('/admin/x.css')).toBe(n);
  }
});

it('serves its cache after a restart without a fetch', async () => {
  const folder = await createTemporaryFolder();
  const before = await startTestEdge(origin, { folder });
  await fetchRaw(before, '/page');
  await before.close();
  const after = await startTestEdge(origin, { folder });
  expect(cacheStatus(await fetchRaw(after, '/page'))).toBe('throughcare; hit');
  expect(origin.countRequests('/page')).toBe(1);
  await origin.stop();
  expect((await fetchRaw(after, '/page')).body.toString()).toBe(TEXT);
});

it('treats pages of another build as stale', async () => {
  const folder = await createTemporaryFolder();
  const before = await startTestEdge(origin, { folder });
  await fetchRaw(before, '/page');
  await before.close();
  origin.respond('/page', sharedPage('The new look'));
  const after = await startTestEdge(origin, { folder, build: 'another' });
  expect((await fetchRaw(after, '/page')).body.toString()).toBe('The new look');
});

it('serves an immutable style sheet of an older build while the origin is down', async () => {
  const folder = await createTemporaryFolder();
  const olderBuild = await startOrigin({ shared: ['/page', '/old.css'] });
  olderBuild.respond('/page', sharedPage('<link rel="stylesheet" href="/old.css">'));
  const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  olderBuild.respond('/old.css', { headers, body: 'p{}' });
  const before = await startTestEdge(olderBuild, { folder });
  for (const target of ['/page', '/old.css']) await fetchRaw(before, target);
  await before.close();
  await olderBuild.stop();
  const afterUpdate = await startTestEdge(origin, { folder, build: 'newer' });
  await fetchRaw(afterUpdate, '/nothing');
  await afterUpdate.close();
  await origin.stop();
  const alone = await startTestEdge(origin, {
    folder,
    build: 'newer',
    database: async () => 'mongodb://127.0.0.1:1',
    skipCatchUp: true,
  });
  expect((await fetchRaw(alone, '/page')).body.toString()).toContain('/old.css');
  const styleSheet = await fetchRaw(alone, '/old.css');
  expect([styleSheet.status, styleSheet.body.toString()]).toEqual([200, 'p{}']);
  expect((await fetchRaw(alone, '/nothing')).status).toBe(503);
});

it('keeps the route index over a restart, even if the disk had to evict pages', async () => {
  const folder = await createTemporaryFolder();
  const before = await startTestEdge(origin, { folder, diskMb: 1 });
  const pages = ['/', '/page', '/other', '/list', '/old'];
  for (const target of pages) {
    origin.respond(target, sharedPage('x'.repeat(400_000)));
    await fetchRaw(before, target);
  }
  await before.close();
  await origin.stop();
  const alone = await startTestEdge(origin, {
    folder,
    diskMb: 1,
    database: async () => 'mongodb://127.0.0.1:1',
    skipCatchUp: true,
  });
  // Which pages were evicted depends on the order of the writes.
  const responses = await Promise.all(pages.map((target) => fetchRaw(alone, target)));
  expect(responses.map(({ status }) => status)).toContain(200);
});

it('sends Cache-Tag only to caches that announce Surrogate-Capability', async () => {
  const tags = async (headers: Record<string, string>) =>
    (await fetchRaw(edge, '/page', { headers })).headers['cache-tag'];
  const proxied = { Authorization: 'users API-Key x' };
  expect(await tags(proxied)).toBeUndefined();
  expect(await tags({ ...proxied, 'Surrogate-Capability': 'abc="ESI/1.0"' })).toBeDefined();
  expect(await tags({ 'Surrogate-Capability': 'cdn="Surrogate/1.0"' })).toBe(
    'articles:1,articles:1:self,articles',
  );
  expect(await tags({})).toBeUndefined();
});
