import { beforeEach, expect, it } from 'vitest';
import { ask, edgeBefore, how, type TestEdge } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, passedOn, SHARED, shared } from '#tests/helpers/origin.ts';

const PRIVATE = 'for one person alone';
const SIGNED_IN: Record<string, string> = { Cookie: 'payload-token=abc' };
const PUBLIC = { 'Cache-Control': SHARED, 'Content-Type': 'text/html' };
/** What the edge asks for by itself. */
const OWN = ['/site-index.json', '/not-found', '/unavailable', '/unsent'];

let origin: Origin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await openOrigin();
  origin.say('/page', shared('The page'));
  origin.say('/not-found', { ...shared('Nothing here'), status: 404 });
  edge = await edgeBefore(origin);
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
])('keeps nothing of %s, whatever is said of it', async (address) => {
  const isSignedIn = (cookie: string | undefined) => cookie?.includes('payload-token');
  origin.say(address, ({ headers: { cookie } }) => ({
    headers: { ...PUBLIC, 'Set-Cookie': 'a=1' },
    body: isSignedIn(cookie) ? PRIVATE : 'nobody',
  }));
  const headers = SIGNED_IN;
  expect((await ask(edge, address, { headers })).body.toString()).toBe(PRIVATE);
  expect((await ask(edge, address)).body.toString()).toBe('nobody');
  expect((await ask(edge, address, { headers })).body.toString()).toBe(PRIVATE);
  expect(origin.times(address)).toBe(3);
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
])('has one page for %s, which leads nowhere', async (address) => {
  for (const headers of [{}, SIGNED_IN]) {
    const got = await ask(edge, address, { headers });
    expect([got.status, got.body.toString(), got.headers.location]).toEqual([
      404,
      'Nothing here',
      undefined,
    ]);
  }
  expect(passedOn(origin)).toEqual([]);
  for (const { url } of origin.asked) expect(OWN).toContain(url);
});

it.each(['//evil.example/page', '/api/../admin', '/api//x', '*'])(
  'passes nothing on for %s either, from whoever it comes',
  async (address) => {
    const shows = { Authorization: 'JWT abc' };
    for (const [method, headers] of [
      ['POST', {}],
      ['GET', shows],
      ['OPTIONS', {}],
    ] as const) {
      const { status } = await ask(edge, address, { method, headers });
      expect(status).toBe(404);
    }
    expect(passedOn(origin)).toEqual([]);
    for (const { url } of origin.asked) expect(OWN).toContain(url);
  },
);

const SITE = 'http://throughcare.test';

it.each([SITE, 'HTTP://Throughcare.test', 'https://throughcare.test:443', `${SITE}:80`])(
  'has the same page for its whole address, said as %s',
  async (site) => {
    expect((await ask(edge, '/page')).body.toString()).toBe('The page');
    for (const address of [`${site}/page`, `${site}/page?utm_source=x`]) {
      expect(how(await ask(edge, address))).toBe('throughcare; hit');
    }
    origin.say('/', shared('Home'));
    expect((await ask(edge, site)).body.toString()).toBe('Home');
    expect((await ask(edge, `${site}?utm_source=x`)).body.toString()).toBe('Home');
    expect(origin.asked.filter(({ url }) => !url.startsWith('/'))).toEqual([]);
    expect([origin.times('/page'), origin.times('/')]).toEqual([1, 1]);
  },
);

it('takes the address at which it was reached as well', async () => {
  const { port } = new URL(edge.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
    expect((await ask(edge, `http://${host}/page`)).body.toString()).toBe('The page');
  }
});

it('passes a whole address on as a path, for the host that it names', async () => {
  origin.say('/api/x?a=http://evil.example/', { body: 'yes' });
  const got = await ask(edge, `${SITE}/api/x?a=http://evil.example/`, {
    method: 'POST',
    headers: { Host: 'evil.example' },
  });
  expect(got.body.toString()).toBe('yes');
  expect(passedOn(origin).map(({ url, headers }) => [url, headers.host])).toEqual([
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
])('says of %s that it is another site', async (address) => {
  for (const [method, headers] of [
    ['GET', {}],
    ['POST', { Host: 'evil.example' }],
    ['GET', { Host: 'evil.example', Authorization: 'JWT abc' }],
  ] as const) {
    const got = await ask(edge, address, { method, headers });
    expect([got.status, got.headers['cache-control']]).toEqual([421, 'private, no-store']);
  }
  expect(passedOn(origin)).toEqual([]);
  for (const { url } of origin.asked) expect(OWN).toContain(url);
});
