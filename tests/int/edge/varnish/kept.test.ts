import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSED } from '#domain/addresses.ts';
import { ask, how } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, SHARED, shared } from '#tests/helpers/origin.ts';
import { hasVarnish, purge, type Varnish, varnishBefore } from '#tests/helpers/varnish.ts';

const WORDS = 'Recovery takes time, and help. '.repeat(100);
const MISS = 'varnish; fwd=miss; stored';
const HIT = 'varnish; hit';

const isThere = await hasVarnish();

describe.skipIf(!isThere)('Varnish in the place of the edge', () => {
  let origin: Origin;
  let varnish: Varnish;

  beforeAll(async () => {
    origin = await openOrigin();
    varnish = await varnishBefore(origin);
  });
  afterAll(async () => {
    await varnish.stop();
    await origin.leave();
  });
  beforeEach(async () => {
    await purge(varnish, { 'Cache-Tag-Gone': '*' });
    origin.asked.length = 0;
    origin.say('/page', shared(WORDS));
  });

  const bodyAt = async (address: string) => (await ask(varnish, address)).body.toString();

  describe('keeps', () => {
    it('what is the same for all, whatever they call the site and bring along', async () => {
      const first = await ask(varnish, '/page');
      const again = await ask(varnish, '/page?utm_source=x&fbclid=1', {
        headers: { Cookie: 'payload-token=abc', Host: 'evil.example', 'Accept-Language': 'de' },
      });
      expect([how(first), how(again)]).toEqual([MISS, HIT]);
      expect([first, again].map(({ body }) => body.toString())).toEqual([WORDS, WORDS]);
      expect(again.headers['cache-control']).toBe(SHARED);
      expect(origin.times('/page')).toBe(1);
    });

    it('the tags to itself, unless a cache before it has a use for them', async () => {
      const told = { headers: { 'Surrogate-Capability': 'cdn="tags"' } };
      const toCache = await ask(varnish, '/page', told);
      expect(toCache.headers['cache-tag']).toBe('articles:1,articles:1:self,articles');
      const names = Object.keys((await ask(varnish, '/page')).headers).sort();
      expect(names).toEqual([
        ...['accept-ranges', 'age', 'cache-control', 'cache-status', 'connection'],
        ...['content-length', 'content-type', 'date', 'vary'],
      ]);
    });

    it('nothing that a visitor has said to the site', async () => {
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
      await ask(varnish, '/page', { headers });
      const { host, ...rest } = origin.asked.at(-1)?.headers ?? {};
      expect(host).toBe('www.example.org');
      expect(Object.keys(rest).sort()).toEqual([
        'accept-encoding',
        'surrogate-capability',
        'x-shared',
        'x-varnish',
      ]);
      expect(await bodyAt('/page')).toBe(WORDS);
      const part = await ask(varnish, '/page', { headers });
      expect([part.status, part.body.toString()]).toEqual([206, WORDS.slice(0, 4)]);
    });

    it('lists by the parameters that they know, in any order', async () => {
      origin.say('/articles?page=2&topic=a', shared('two'));
      origin.say('/articles', shared('one'));
      for (const query of ['', '?utm_source=x', '?topic=', '?page=&fbclid=1', '?', '?a=b&&c']) {
        expect(await bodyAt(`/articles${query}`)).toBe('one');
      }
      for (const query of ['?topic=a&page=2', '?page=2&topic=a', '?x=1&page=2&topic=a&z']) {
        expect(await bodyAt(`/articles${query}`)).toBe('two');
      }
      expect(origin.asked).toHaveLength(2);
    });

    it('zipped what can be', async () => {
      const zipped = await ask(varnish, '/page', { headers: { 'Accept-Encoding': 'gzip, br' } });
      expect(zipped.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(zipped.body).toString()).toBe(WORDS);
      expect(await bodyAt('/page')).toBe(WORDS);
      expect(origin.times('/page')).toBe(1);
    });

    it('what an edge behind it has had for hours', async () => {
      const said = shared(WORDS);
      origin.say('/page', { ...said, headers: { ...said.headers, Age: '7200' } });
      await ask(varnish, '/page');
      expect(how(await ask(varnish, '/page'))).toBe(HIT);
    });

    it('pictures and the description of the API, alone below /api', async () => {
      for (const address of ['/api/media/file/a.webp', '/api/openapi.json']) {
        origin.say(address, shared('file'));
        for (let n = 0; n < 2; n += 1) await ask(varnish, `${address}?2026-11-24`);
        expect(origin.times(address)).toBe(1);
      }
    });

    it('one answer for all who want it at the same time', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      origin.say('/page', { ...shared(WORDS), after: promise });
      const asking = Array.from({ length: 20 }, () => ask(varnish, '/page'));
      await expect.poll(() => origin.times('/page')).toBe(1);
      resolve();
      for (const { body } of await Promise.all(asking)) expect(body.toString()).toBe(WORDS);
      expect(origin.times('/page')).toBe(1);
    });
  });

  describe('does not keep', () => {
    it.each<[string, Record<string, string | string[]>, number?]>([
      ['what is private', { 'Cache-Control': 'private, max-age=60' }],
      ['what is not to be stored', { 'Cache-Control': 'no-store' }],
      ['what is public and not to be stored', { 'Cache-Control': `${SHARED}, no-store` }],
      ['what says nothing of caches', {}],
      ['what is only good for a while', { 'Cache-Control': 'max-age=60' }],
      ['what sets a cookie', { 'Cache-Control': SHARED, 'Set-Cookie': 'a=1' }],
      ['what differs by cookie', { 'Cache-Control': SHARED, Vary: 'Cookie' }],
      ['what differs by all', { 'Cache-Control': SHARED, Vary: '*' }],
      ['what leads somewhere else now', { 'Cache-Control': SHARED, Location: '/' }, 303],
    ])('%s', async (what, headers, status = 200) => {
      // An address of its own: Varnish remembers for a while where there was nothing to keep.
      const address = `/${encodeURIComponent(what)}`;
      origin.say(address, { status, headers, body: 'once' });
      for (let n = 1; n <= 2; n += 1) {
        const got = await ask(varnish, address);
        expect([got.status, got.body.toString(), how(got)]).toEqual([status, 'once', '']);
        expect(origin.times(address)).toBe(n);
      }
    });

    it.each(PASSED)('%s, nor anything below', async (path) => {
      for (const address of [path, `${path}/x.css`, `${path}?x=1`]) {
        origin.say(address, ({ headers }) => shared(headers.cookie ?? 'nobody'));
        for (const cookie of ['a=1', 'a=2']) {
          const got = await ask(varnish, address, { headers: { Cookie: cookie } });
          expect([address, got.body.toString()]).toEqual([address, cookie]);
        }
      }
    });

    it('what is answered to who shows who they are, or sends something', async () => {
      origin.say('/page', ({ headers, body }) => shared(headers.authorization ?? (body || 'all')));
      const headers = { Authorization: 'JWT abc' };
      expect((await ask(varnish, '/page', { headers })).body.toString()).toBe('JWT abc');
      const posted = await ask(varnish, '/page', { method: 'POST', body: 'name=Ada' });
      expect(posted.body.toString()).toBe('name=Ada');
      expect(await bodyAt('/page')).toBe('all');
    });

    it('takes no method that it does not know', async () => {
      expect((await ask(varnish, '/page', { method: 'PROPFIND' })).status).toBe(405);
      expect(origin.asked).toEqual([]);
    });
  });

  describe('purges', () => {
    it('what carries a tag: it is asked for again, and not shown in between', async () => {
      origin.say('/other', shared('other', 'articles:2,articles:2:self'));
      await Promise.all([ask(varnish, '/page'), ask(varnish, '/other')]);
      origin.say('/page', shared('new'));
      expect((await purge(varnish, { 'Cache-Tag': 'pages:9,articles:1' })).status).toBe(200);
      expect(await bodyAt('/page')).toBe('new');
      expect(how(await ask(varnish, '/other'))).toBe(HIT);
    });

    it('everything but what never changes', async () => {
      const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
      origin.say('/_next/static/a.css', { headers, body: 'css' });
      await Promise.all([ask(varnish, '/page'), ask(varnish, '/_next/static/a.css')]);
      await purge(varnish, { 'Cache-Tag-Gone': '*' });
      expect(how(await ask(varnish, '/page'))).toBe(MISS);
      expect(how(await ask(varnish, '/_next/static/a.css'))).toBe(HIT);
    });

    it('for nobody else: not from elsewhere, nor through a proxy on this machine', async () => {
      await ask(varnish, '/page');
      const lines = 'PURGE / HTTP/1.1\r\nHost: x\r\nCache-Tag-Gone: *\r\nConnection: close\r\n\r\n';
      const socket = connect(varnish.proxied, '127.0.0.1');
      socket.end(`PROXY TCP4 203.0.113.9 127.0.0.1 5000 80\r\n${lines}`);
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /);
      const passedOn = await purge(varnish, {
        'Cache-Tag-Gone': '*',
        'X-Forwarded-For': '203.0.113.9',
      });
      expect(passedOn.status).toBe(403);
      expect(how(await ask(varnish, '/page'))).toBe(HIT);
    });
  });
});
