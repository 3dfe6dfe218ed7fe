import { JSDOM } from 'jsdom';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import {
  cacheStatus,
  fetchRaw,
  startTestEdge,
  TEST_EDGE_TOKEN,
  type TestEdge,
} from '#tests/helpers/edge.ts';
import { type StubOrigin, sharedPage, startOrigin } from '#tests/helpers/stub-origin.ts';

const FORM = 'application/x-www-form-urlencoded';
const TYPED: [string, string][] = [
  ['key', 'k1'],
  ['name', '"><script>alert(1)</script>'],
  ['topics', 'a'],
  ['topics', 'b'],
  ['message', 'Line one\r\nline two & <b>'],
  ['empty', ''],
];
const UNSENT =
  '<h1>Not sent</h1><a href="tel:+12125550100">us</a><form method="post" action="/unsent"><input type="hidden" name="kept"/><button>Send it again</button></form>';

/** When the origin rendered the page for unsent forms. */
const DATE = 'Tue, 01 Dec 2026 06:44:13 GMT';

let origin: StubOrigin;
let edge: TestEdge;

beforeEach(async () => {
  // The fallback pages get routes, so that the test can see when they are cached.
  origin = await startOrigin({ shared: ['/page', '/other', '/unsent', '/unavailable'] });
  const unsent = sharedPage(UNSENT, 'global:site');
  const headers = { ...unsent.headers, 'Cross-Origin-Opener-Policy': 'same-origin', Date: DATE };
  origin.respond('/unsent', { ...unsent, headers });
  origin.respond(
    '/unavailable',
    sharedPage('<h1>Away</h1><a href="/unavailable">Try again</a>', 'global:site'),
  );
  origin.respond('/page', sharedPage('A page'));
  edge = await startTestEdge(origin);
  for (const fallbackPage of ['/unsent', '/unavailable']) {
    await expect
      .poll(async () => cacheStatus(await fetchRaw(edge, fallbackPage)))
      .toBe('throughcare; hit');
  }
});

const post = (body = String(new URLSearchParams(TYPED)), headers = {}) =>
  fetchRaw(edge, '/requests/call?from=%2Fpage&x="', {
    method: 'POST',
    headers: {
      'Content-Type': FORM,
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  });

const documentOf = (body: Buffer) => new JSDOM(body.toString()).window.document;

const inputsIn = (body: Buffer): [string, string][] =>
  [...documentOf(body).querySelectorAll('input')].map(({ name, value }) => [name, value]);

it('proxies a form unchanged, with the client’s address', async () => {
  origin.respond('/requests/call?from=%2Fpage&x="', ({ body, headers }) => ({
    status: 303,
    headers: { Location: '/requests/received/r', 'Set-Cookie': ['a=1', 'b=2'] },
    body: JSON.stringify([body, headers['x-client-address'], headers['x-edge-token']]),
  }));
  const response = await post(undefined, { 'X-Client-Address': '9.9.9.9', 'X-Edge-Token': 'mine' });
  expect([response.status, response.headers.location]).toEqual([303, '/requests/received/r']);
  expect(response.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  expect(JSON.parse(response.body.toString())).toEqual([
    String(new URLSearchParams(TYPED)),
    '127.0.0.1',
    TEST_EDGE_TOKEN,
  ]);
});

it.each([
  ['the site’s page', true, '<h1>Not sent</h1>'],
  ['the built-in page, if the site’s is not cached', false, 'We could not take your request yet'],
])('replays a form that the origin did not receive, on %s', async (_, isCached, heading) => {
  await origin.stop();
  if (!isCached) edge = await startTestEdge(origin);
  const response = await post();
  expect(response.status).toBe(503);
  expect(response.headers.date).not.toBe(DATE);
  expect(response.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'retry-after': '30',
    'cross-origin-opener-policy': 'same-origin',
  });
  const html = response.body.toString();
  expect(html).toContain(heading);
  expect(html).toContain('href="tel:');
  expect(html).not.toContain('<script>');
  const form = documentOf(response.body).querySelector('form');
  expect(form?.getAttribute('action')).toBe('/requests/call?from=%2Fpage&x="');
  const typed = TYPED.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]);
  expect(inputsIn(response.body)).toEqual(typed);
});

it('shows the labeled fields in a form replay', async () => {
  await origin.stop();
  const terms = [...documentOf((await post()).body).querySelectorAll('dt, dd')];
  expect(terms.map(({ textContent }) => textContent)).toEqual([
    'Your name',
    TYPED[1]?.[1],
    'Your message',
    'Line one\nline two & <b>',
  ]);
});

it('sends problem details to a client that posts JSON', async () => {
  await origin.stop();
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetchRaw(edge, '/api/requests', { method: 'POST', headers, body: '{}' });
  expect([response.status, response.headers['content-type']]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
  ]);
  expect(JSON.parse(response.body.toString())).toMatchObject({ status: 503, code: 'unavailable' });
});

it('reports at /readyz that the site does not respond', async () => {
  origin.respond('/readyz', { status: 200, body: 'ready\n' });
  expect((await fetchRaw(edge, '/readyz')).body.toString()).toBe('ready\n');
  // The site knows of problems that the edge cannot see.
  origin.respond('/readyz', { status: 503, body: 'no worker sends messages\n' });
  const notReady = await fetchRaw(edge, '/readyz');
  expect([notReady.status, notReady.body.toString()]).toEqual([503, 'no worker sends messages\n']);
  await origin.stop();
  const response = await fetchRaw(edge, '/readyz');
  expect([
    response.status,
    response.headers['cache-control'],
    response.headers['retry-after'],
  ]).toEqual([503, 'private, no-store', '30']);
  expect(response.body.toString()).toMatch(
    /^the web server does not answer\nwhat is away is started again/,
  );
});

it('reports at /readyz since when the database does not respond', async () => {
  const before = Date.now();
  const disconnected = await startTestEdge(origin, {
    database: () => Promise.reject(new Error('There is none.')),
    skipCatchUp: true,
  });
  origin.respond('/readyz', { status: 503, body: 'the database is out of reach\n' });
  const readiness = (await fetchRaw(disconnected, '/readyz')).body.toString();
  const [, since = ''] = /^the database has been away since (\S+)\n/.exec(readiness) ?? [];
  expect(new Date(since).getTime()).toBeGreaterThanOrEqual(before);
  expect(readiness).not.toContain('web server');
  // The site's own readiness comes first.
  origin.respond('/readyz', { status: 200, body: 'ready\n' });
  expect((await fetchRaw(disconnected, '/readyz')).status).toBe(200);
});

it('serves no expired page with must-revalidate while the origin is down', async () => {
  const headers = { 'Cache-Control': 'public, max-age=60, must-revalidate' };
  origin.respond('/page', { headers, body: 'A page' });
  const disconnected = await startTestEdge(origin, {
    database: () => Promise.reject(new Error('There is none.')),
    skipCatchUp: true,
  });
  const hit = async () => cacheStatus(await fetchRaw(disconnected, '/page'));
  await expect.poll(hit).toBe('throughcare; hit');
  await origin.stop();
  expect(await hit()).toBe('throughcare; hit');
  onTestFinished(() => {
    vi.useRealTimers();
  });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  expect((await fetchRaw(disconnected, '/page')).status).toBe(503);
});

it('sends a 503 that links to the same URL', async () => {
  await origin.stop();
  for (const target of ['/other', '/admin?a=1&b="']) {
    const response = await fetchRaw(edge, target);
    expect([response.status, response.headers['cache-control']]).toEqual([
      503,
      'private, no-store',
    ]);
    expect(documentOf(response.body).querySelector('a')?.getAttribute('href')).toBe(target);
  }
});

it.each([
  ['a form', FORM],
  ['JSON', 'application/json'],
])(
  'discards the part of %s that the origin did not read, and handles the next request',
  async (_, type) => {
    origin.respond('/requests/call', { status: 413, body: 'too long', respondsBeforeBody: true });
    for (let n = 0; n < 5; n += 1) {
      const response = await fetch(`${edge.url}/requests/call`, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body: `message=${'x'.repeat(3_000_000)}`,
        signal: AbortSignal.timeout(5_000),
      });
      expect([response.status, await response.text()]).toEqual([413, 'too long']);
    }
  },
);
