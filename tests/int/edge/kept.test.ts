import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { ask, edgeBefore, how, type TestEdge } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, SHARED, shared } from '#tests/helpers/origin.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const WORDS = 'Recovery takes time, and help. '.repeat(100);

let origin: Origin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await openOrigin();
  origin.say('/page', shared(WORDS));
  origin.say('/not-found', { ...shared('Nothing here', 'pages'), status: 404 });
  edge = await edgeBefore(origin);
});

it('answers what it has from memory, with its age, and asks the origin once', async () => {
  const first = await ask(edge, '/page');
  const again = await ask(edge, '/page');
  expect(first.body.toString()).toBe(WORDS);
  expect([first.status, how(first), how(again)]).toEqual([
    200,
    'throughcare; fwd=miss; stored',
    'throughcare; hit',
  ]);
  expect(again.headers).toMatchObject({
    'cache-control': SHARED,

    'content-length': String(WORDS.length),
    vary: 'Accept-Encoding',
  });
  expect(Number(again.headers.age)).toBeGreaterThanOrEqual(0);
  expect(again.body).toEqual(first.body);
  expect(origin.times('/page')).toBe(1);
});

it('asks once for as many as want the same page at the same time', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  origin.say('/page', { ...shared(WORDS), after: promise });
  const asking = Array.from({ length: 20 }, () => ask(edge, '/page'));
  await expect.poll(() => origin.times('/page')).toBe(1);
  resolve();
  for (const got of await Promise.all(asking)) expect(got.body.toString()).toBe(WORDS);
  expect(origin.times('/page')).toBe(1);
});

it('codes a page as the visitor likes, each with a strong name of its own', async () => {
  const only = await ask(edge, '/page', { headers: { 'Accept-Encoding': 'br, gzip;q=0' } });
  expect(only.body.toString()).toBe(WORDS);
  const plain = await ask(edge, '/page');
  const zipped = await ask(edge, '/page', { headers: { 'Accept-Encoding': 'gzip, deflate' } });
  expect(gunzipSync(zipped.body).toString()).toBe(WORDS);
  const brotli = () => ask(edge, '/page', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
  await expect.poll(async () => (await brotli()).headers['content-encoding']).toBe('br');
  const best = await brotli();
  expect(brotliDecompressSync(best.body).toString()).toBe(WORDS);
  const refused = { headers: { 'Accept-Encoding': 'br;q=0, gzip;q=0' } };
  expect((await ask(edge, '/page', refused)).headers['content-encoding']).toBeUndefined();
  const names = [plain, zipped, best].map(({ headers }) => headers.etag);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^"[\w-]+"$/);
  for (const { headers } of [plain, zipped, best]) expect(headers.vary).toBe('Accept-Encoding');
});

it('says that nothing has changed to who has it, in their coding', async () => {
  const gzip = { 'Accept-Encoding': 'gzip' };
  const { headers } = await ask(edge, '/page', { headers: gzip });
  const known = { ...gzip, 'If-None-Match': `"other", W/${headers.etag}` };
  const unchanged = await ask(edge, '/page', { headers: known });
  expect([unchanged.status, unchanged.body.length]).toEqual([304, 0]);
  expect(unchanged.headers).toMatchObject({
    etag: headers.etag,
    'cache-control': SHARED,
    vary: 'Accept-Encoding',
  });
  const other = await ask(edge, '/page', { headers: { 'If-None-Match': headers.etag ?? '' } });
  expect(other.status).toBe(200);
});

it('answers HEAD like GET, without the page', async () => {
  const head = await ask(edge, '/page', { method: 'HEAD' });
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers['content-length']).toBe(String(WORDS.length));
  await ask(edge, '/page');
  expect(origin.times('/page')).toBe(1);
});

it('gives the same page for parameters that the site does not know, and whatever their order', async () => {
  origin.say('/list?topic=a&page=2', shared('two'));
  origin.say('/list', shared('one'));
  for (const query of ['?utm_source=x', '?topic=', '?page=&fbclid=1', '?']) {
    expect((await ask(edge, `/list${query}`)).body.toString()).toBe('one');
  }
  for (const query of ['?topic=a&page=2', '?page=2&topic=a&topic=b', '?x=1&page=2&topic=a']) {
    expect((await ask(edge, `/list${query}`)).body.toString()).toBe('two');
  }
  expect([origin.times('/list'), origin.times('/list?topic=a&page=2')]).toEqual([1, 1]);
});

it('has one page for all addresses at which there is nothing', async () => {
  await ask(edge, '/nothing');
  const before = origin.times('/not-found');
  const nothing = [
    '/nothing',
    '/list?topic=c',
    '/list?page=3',
    '/page/x.css',
    '/_next/data/x.json',
  ];
  for (const address of [
    ...nothing,
    '/not-found',
    '/unsent',
    '/%2e%2e/page',
    '//page',
    '/a/../page',
  ]) {
    const got = await ask(edge, address);
    expect([address, got.status, got.body.toString()]).toEqual([address, 404, 'Nothing here']);
  }
  const stands = ['/site-index.json', '/not-found', '/unavailable', '/unsent'];
  expect(origin.asked.map(({ url }) => url).filter((url) => !stands.includes(url))).toEqual([]);
  expect(origin.times('/not-found')).toBe(before);
});

it('leads on from a path with a slash at its end, and reads every spelling of one path', async () => {
  const slash = await ask(edge, '/list/?topic=a');
  expect([slash.status, slash.headers.location]).toEqual([308, '/list?topic=a']);
  expect((await ask(edge, '/%70age')).body.toString()).toBe(WORDS);
  expect(origin.times('/page') + origin.times('/%70age')).toBe(1);
});

it('keeps what leads on', async () => {
  const headers = { Location: '/page', 'Cache-Control': SHARED, 'Cache-Tag': 'redirects' };
  origin.say('/old', { status: 308, headers });
  for (let n = 0; n < 2; n += 1) {
    const got = await ask(edge, '/old');
    expect([got.status, got.headers.location]).toEqual([308, '/page']);
  }
  expect(origin.times('/old')).toBe(1);
});

it.each<[string, Record<string, string | string[]>, number?]>([
  ['what is private', { 'Cache-Control': 'private, max-age=60' }],
  ['what is not to be stored', { 'Cache-Control': 'no-store' }],
  ['what says nothing of caches', {}],
  ['what sets a cookie', { 'Cache-Control': SHARED, 'Set-Cookie': 'a=1' }],
  ['what differs by cookie', { 'Cache-Control': SHARED, Vary: 'Cookie' }],
  ['what differs by all', { 'Cache-Control': SHARED, Vary: '*' }],
  ['a failure', { 'Cache-Control': SHARED }, 503],
])('does not keep %s', async (_, headers, status = 200) => {
  origin.say('/page', { status, headers, body: 'once' });
  for (let n = 1; n <= 2; n += 1) {
    const got = await ask(edge, '/page');
    expect([got.status, got.body.toString(), got.headers['cache-status']]).toEqual([
      status,
      'once',
      undefined,
    ]);
    expect(origin.times('/page')).toBe(n);
  }
});

it('asks the origin as nobody in particular, under the public name of the site', async () => {
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
  const got = await ask(edge, '/page?x=1', { headers });
  expect([got.status, got.body.toString()]).toEqual([200, WORDS]);
  expect(Object.keys(origin.asked.at(-1)?.headers ?? {}).sort()).toEqual([
    'accept-encoding',
    'connection',
    'host',
  ]);
  expect(origin.asked.at(-1)?.headers.host).toBe('throughcare.test');
});

it('passes on who shows who they are, and everything below what the site says', async () => {
  origin.say('/page', ({ headers }) => shared(headers.authorization ?? 'nobody'));
  const signedIn = { headers: { Authorization: 'JWT abc' } };
  expect((await ask(edge, '/page', signedIn)).body.toString()).toBe('JWT abc');
  expect((await ask(edge, '/page')).body.toString()).toBe('nobody');
  origin.say('/admin/x.css', shared('private'));
  for (let n = 1; n <= 2; n += 1) {
    await ask(edge, '/admin/x.css');
    expect(origin.times('/admin/x.css')).toBe(n);
  }
});

it('has all of it again after a restart, without asking', async () => {
  const folder = await temporaryFolder();
  const before = await edgeBefore(origin, { folder });
  await ask(before, '/page');
  await before.close();
  const after = await edgeBefore(origin, { folder });
  expect(how(await ask(after, '/page'))).toBe('throughcare; hit');
  expect(origin.times('/page')).toBe(1);
  await origin.leave();
  expect((await ask(after, '/page')).body.toString()).toBe(WORDS);
});

it('counts all as stale that another build made', async () => {
  const folder = await temporaryFolder();
  const before = await edgeBefore(origin, { folder });
  await ask(before, '/page');
  await before.close();
  origin.say('/page', shared('The new look'));
  const after = await edgeBefore(origin, { folder, build: 'another' });
  expect((await ask(after, '/page')).body.toString()).toBe('The new look');
});

it('has the style that an older build made, also with nothing up that knows of its address', async () => {
  const folder = await temporaryFolder();
  const styled = await openOrigin({ shared: ['/page', '/old.css'] });
  styled.say('/page', shared('<link rel="stylesheet" href="/old.css">'));
  const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  styled.say('/old.css', { headers, body: 'p{}' });
  const before = await edgeBefore(styled, { folder });
  for (const address of ['/page', '/old.css']) await ask(before, address);
  await before.close();
  await styled.leave();
  const newer = await edgeBefore(origin, { folder, build: 'newer' });
  await ask(newer, '/nothing');
  await newer.close();
  await origin.leave();
  const alone = await edgeBefore(origin, {
    folder,
    build: 'newer',
    database: async () => 'mongodb://127.0.0.1:1',
    atOnce: true,
  });
  expect((await ask(alone, '/page')).body.toString()).toContain('/old.css');
  const style = await ask(alone, '/old.css');
  expect([style.status, style.body.toString()]).toEqual([200, 'p{}']);
  expect((await ask(alone, '/nothing')).status).toBe(503);
});

it('still knows after a restart which addresses there are, however much went over its disk', async () => {
  const folder = await temporaryFolder();
  const before = await edgeBefore(origin, { folder, diskMb: 1 });
  const pages = ['/', '/page', '/other', '/list', '/old'];
  for (const address of pages) {
    origin.say(address, shared('x'.repeat(400_000)));
    await ask(before, address);
  }
  await before.close();
  await origin.leave();
  const alone = await edgeBefore(origin, {
    folder,
    diskMb: 1,
    database: async () => 'mongodb://127.0.0.1:1',
    atOnce: true,
  });
  // Which of them the disk still has is for the order in which they were written.
  const answers = await Promise.all(pages.map((address) => ask(alone, address)));
  expect(answers.map(({ status }) => status)).toContain(200);
});

it('tells the tags to a cache before it that asks for them, and to nobody else', async () => {
  const tags = async (headers: Record<string, string>) =>
    (await ask(edge, '/page', { headers })).headers['cache-tag'];
  const passed = { Authorization: 'users API-Key x' };
  expect(await tags(passed)).toBeUndefined();
  expect(await tags({ ...passed, 'Surrogate-Capability': 'abc="ESI/1.0"' })).toBeDefined();
  expect(await tags({ 'Surrogate-Capability': 'cdn="Surrogate/1.0"' })).toBe(
    'articles:1,articles:1:self,articles',
  );
  expect(await tags({})).toBeUndefined();
});
