import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROXIED_PATHS } from '#domain/site-paths.ts';
import { cacheStatus, fetchRaw } from '#tests/helpers/edge.ts';
import {
  SHARED_CACHE_CONTROL,
  type StubOrigin,
  sharedPage,
  startOrigin,
} from '#tests/helpers/stub-origin.ts';
import { hasVarnish, sendPurge, startVarnish, type Varnish } from '#tests/helpers/varnish.ts';

const TEXT = 'Recovery takes time, and help. '.repeat(100);
const MISS = 'varnish; fwd=miss; stored';
const HIT = 'varnish; hit';

const isInstalled = await hasVarnish();

describe.skipIf(!isInstalled)('Varnish in place of the edge', () => {
  let origin: StubOrigin;
  let varnish: Varnish;

  beforeAll(async () => {
    origin = await startOrigin();
    varnish = await startVarnish(origin);
  });
  afterAll(async () => {
    await varnish.stop();
    await origin.stop();
  });
  beforeEach(async () => {
    await sendPurge(varnish, { 'Cache-Tag-Gone': '*' });
    origin.requests.length = 0;
    origin.respond('/page', sharedPage(TEXT));
  });

  const bodyAt = async (target: string) => (await fetchRaw(varnish, target)).body.toString();

  describe('caches', () => {
    it('one response for all, whatever their host and cookies', async () => {
      const first = await fetchRaw(varnish, '/page');
      const again = await fetchRaw(varnish, '/page?utm_source=x&fbclid=1', {
        headers: { Cookie: 'payload-token=abc', Host: 'evil.example', 'Accept-Language': 'de' },
      });
      expect([cacheStatus(first), cacheStatus(again)]).toEqual([MISS, HIT]);
      expect([first, again].map(({ body }) => body.toString())).toEqual([TEXT, TEXT]);
      expect(again.headers['cache-control']).toBe(SHARED_CACHE_CONTROL);
      expect(origin.countRequests('/page')).toBe(1);
    });

    it('pages without their Cache-Tag, which it sends to caches alone', async () => {
      const surrogate = { headers: { 'Surrogate-Capability': 'cdn="tags"' } };
      const toCache = await fetchRaw(varnish, '/page', surrogate);
      expect(toCache.headers['cache-tag']).toBe('articles:1,articles:1:self,articles');
      const names = Object.keys((await fetchRaw(varnish, '/page')).headers).sort();
      expect(names).toEqual([
        ...['accept-ranges', 'age', 'cache-control', 'cache-status', 'connection'],
        ...['content-length', 'content-type', 'date', 'vary'],
      ]);
    });

    it('pages that it fetched without the headers of the visitor', async () => {
      const headers = {
        Host: 'evil.example',
        Cookie: 'payload-token=abc',
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-For': '9.9.9.9',
        'Accept-Language': 'de',
        'User-Agent': 'Someone',
        Range: 'bytes=0-3',
        'X-Nextjs-Data': '1',
        'X-Stand-In': '1',
      };
      await fetchRaw(varnish, '/page', { headers });
      const { host, ...rest } = origin.requests.at(-1)?.headers ?? {};
      expect(host).toBe('www.example.org');
      expect(Object.keys(rest).sort()).toEqual([
        'accept-encoding',
        'surrogate-capability',
        'x-shared',
        'x-varnish',
      ]);
      expect(await bodyAt('/page')).toBe(TEXT);
      const part = await fetchRaw(varnish, '/page', { headers });
      expect([part.status, part.body.toString()]).toEqual([206, TEXT.slice(0, 4)]);
    });

    it('lists by known query parameters, in any order', async () => {
      origin.respond('/articles?page=2&topic=a', sharedPage('two'));
      origin.respond('/articles', sharedPage('one'));
      for (const query of ['', '?utm_source=x', '?topic=', '?page=&fbclid=1', '?', '?a=b&&c']) {
        expect(await bodyAt(`/articles${query}`)).toBe('one');
      }
      for (const query of ['?topic=a&page=2', '?page=2&topic=a', '?x=1&page=2&topic=a&z']) {
        expect(await bodyAt(`/articles${query}`)).toBe('two');
      }
      expect(origin.requests).toHaveLength(2);
    });

    it('text with gzip', async () => {
      const zipped = await fetchRaw(varnish, '/page', {
        headers: { 'Accept-Encoding': 'gzip, br' },
      });
      expect(zipped.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(zipped.body).toString()).toBe(TEXT);
      expect(await bodyAt('/page')).toBe(TEXT);
      expect(origin.countRequests('/page')).toBe(1);
    });

    it('pages that an edge behind it has cached for hours', async () => {
      const page = sharedPage(TEXT);
      origin.respond('/page', { ...page, headers: { ...page.headers, Age: '7200' } });
      await fetchRaw(varnish, '/page');
      expect(cacheStatus(await fetchRaw(varnish, '/page'))).toBe(HIT);
    });

    it('pictures and the OpenAPI description, and nothing else below /api', async () => {
      for (const target of ['/api/media/file/a.webp', '/api/openapi.json']) {
        origin.respond(target, sharedPage('file'));
        for (let n = 0; n < 2; n += 1) await fetchRaw(varnish, `${target}?2026-11-24`);
        expect(origin.countRequests(target)).toBe(1);
      }
    });

    it('one fetch for concurrent requests', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      origin.respond('/page', { ...sharedPage(TEXT), after: promise });
      const responses = Array.from({ length: 20 }, () => fetchRaw(varnish, '/page'));
      await expect.poll(() => origin.countRequests('/page')).toBe(1);
      resolve();
      for (const { body } of await Promise.all(responses)) expect(body.toString()).toBe(TEXT);
      expect(origin.countRequests('/page')).toBe(1);
    });
  });

  describe('does not cache', () => {
    it.each<[string, Record<string, string | string[]>, number?]>([
      ['a private response', { 'Cache-Control': 'private, max-age=60' }],
      ['a response with no-store', { 'Cache-Control': 'no-store' }],
      [
        'a response with public and no-store',
        { 'Cache-Control': `${SHARED_CACHE_CONTROL}, no-store` },
      ],
      ['a response without Cache-Control', {}],
      ['a response without public', { 'Cache-Control': 'max-age=60' }],
      [
        'a response with Set-Cookie',
        { 'Cache-Control': SHARED_CACHE_CONTROL, 'Set-Cookie': 'a=1' },
      ],
      [
        'a response that varies by Cookie',
        { 'Cache-Control': SHARED_CACHE_CONTROL, Vary: 'Cookie' },
      ],
      [
        'a response that varies by everything',
        { 'Cache-Control': SHARED_CACHE_CONTROL, Vary: '*' },
      ],
      ['a 303', { 'Cache-Control': SHARED_CACHE_CONTROL, Location: '/' }, 303],
    ])('%s', async (name, headers, status = 200) => {
      // A path for each, because Varnish remembers for a while what is uncacheable (hit-for-miss).
      const target = `/${encodeURIComponent(name)}`;
      origin.respond(target, { status, headers, body: 'once' });
      for (let n = 1; n <= 2; n += 1) {
        const response = await fetchRaw(varnish, target);
        expect([response.status, response.body.toString(), cacheStatus(response)]).toEqual([
          status,
          'once',
          '',
        ]);
        expect(origin.countRequests(target)).toBe(n);
      }
    });

    it.each(PROXIED_PATHS)('%s, nor paths below it', async (path) => {
      for (const target of [path, `${path}/x.css`, `${path}?x=1`]) {
        origin.respond(target, ({ headers }) => sharedPage(headers.cookie ?? 'nobody'));
        for (const cookie of ['a=1', 'a=2']) {
          const response = await fetchRaw(varnish, target, { headers: { Cookie: cookie } });
          expect([target, response.body.toString()]).toEqual([target, cookie]);
        }
      }
    });

    it('responses to requests with Authorization, or to POST', async () => {
      origin.respond('/page', ({ headers, body }) =>
        sharedPage(headers.authorization ?? (body || 'all')),
      );
      const headers = { Authorization: 'JWT abc' };
      expect((await fetchRaw(varnish, '/page', { headers })).body.toString()).toBe('JWT abc');
      const response = await fetchRaw(varnish, '/page', { method: 'POST', body: 'name=Ada' });
      expect(response.body.toString()).toBe('name=Ada');
      expect(await bodyAt('/page')).toBe('all');
    });

    it('or forward unknown methods', async () => {
      expect((await fetchRaw(varnish, '/page', { method: 'PROPFIND' })).status).toBe(405);
      expect(origin.requests).toEqual([]);
    });
  });

  describe('purges', () => {
    it('pages with a tag, which it fetches again for the next request', async () => {
      origin.respond('/other', sharedPage('other', 'articles:2,articles:2:self'));
      await Promise.all([fetchRaw(varnish, '/page'), fetchRaw(varnish, '/other')]);
      origin.respond('/page', sharedPage('new'));
      expect((await sendPurge(varnish, { 'Cache-Tag': 'pages:9,articles:1' })).status).toBe(200);
      expect(await bodyAt('/page')).toBe('new');
      expect(cacheStatus(await fetchRaw(varnish, '/other'))).toBe(HIT);
    });

    it('everything but immutable responses', async () => {
      const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
      origin.respond('/_next/static/a.css', { headers, body: 'css' });
      await Promise.all([fetchRaw(varnish, '/page'), fetchRaw(varnish, '/_next/static/a.css')]);
      await sendPurge(varnish, { 'Cache-Tag-Gone': '*' });
      expect(cacheStatus(await fetchRaw(varnish, '/page'))).toBe(MISS);
      expect(cacheStatus(await fetchRaw(varnish, '/_next/static/a.css'))).toBe(HIT);
    });

    it('for no other client: neither a remote one, nor one behind a proxy on this machine', async () => {
      await fetchRaw(varnish, '/page');
      const request =
        'PURGE / HTTP/1.1\r\nHost: x\r\nCache-Tag-Gone: *\r\nConnection: close\r\n\r\n';
      const socket = connect(varnish.proxyProtocolPort, '127.0.0.1');
      socket.end(`PROXY TCP4 203.0.113.9 127.0.0.1 5000 80\r\n${request}`);
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /);
      const throughProxy = await sendPurge(varnish, {
        'Cache-Tag-Gone': '*',
        'X-Forwarded-For': '203.0.113.9',
      });
      expect(throughProxy.status).toBe(403);
      expect(cacheStatus(await fetchRaw(varnish, '/page'))).toBe(HIT);
    });
  });
});
