import { JSDOM } from 'jsdom';
import { beforeEach, expect, it } from 'vitest';
import { ask, edgeBefore, how, type TestEdge, TOKEN } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, shared } from '#tests/helpers/origin.ts';

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

let origin: Origin;
let edge: TestEdge;

beforeEach(async () => {
  // The pages that stand in can be asked for, to see that they are kept.
  origin = await openOrigin({ shared: ['/page', '/other', '/unsent', '/unavailable'] });
  const unsent = shared(UNSENT, 'global:site');
  const headers = { ...unsent.headers, 'Cross-Origin-Opener-Policy': 'same-origin' };
  origin.say('/unsent', { ...unsent, headers });
  origin.say(
    '/unavailable',
    shared('<h1>Away</h1><a href="/unavailable">Try again</a>', 'global:site'),
  );
  origin.say('/page', shared('A page'));
  edge = await edgeBefore(origin);
  for (const stand of ['/unsent', '/unavailable']) {
    await expect.poll(async () => how(await ask(edge, stand))).toBe('throughcare; hit');
  }
});

const post = (body = String(new URLSearchParams(TYPED)), headers = {}) =>
  ask(edge, '/requests/call?from=%2Fpage&x="', {
    method: 'POST',
    headers: {
      'Content-Type': FORM,
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  });

const documentOf = (body: Buffer) => new JSDOM(body.toString()).window.document;

const heldIn = (body: Buffer): [string, string][] =>
  [...documentOf(body).querySelectorAll('input')].map(({ name, value }) => [name, value]);

it('passes a form on as it came, and says who sent it', async () => {
  origin.say('/requests/call?from=%2Fpage&x="', ({ body, headers }) => ({
    status: 303,
    headers: { Location: '/requests/received/r', 'Set-Cookie': ['a=1', 'b=2'] },
    body: JSON.stringify([body, headers['x-client-address'], headers['x-edge-token']]),
  }));
  const got = await post(undefined, { 'X-Client-Address': '9.9.9.9', 'X-Edge-Token': 'mine' });
  expect([got.status, got.headers.location]).toEqual([303, '/requests/received/r']);
  expect(got.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  expect(JSON.parse(got.body.toString())).toEqual([
    String(new URLSearchParams(TYPED)),
    '127.0.0.1',
    TOKEN,
  ]);
});

it.each([
  ['the page that the site has for it', true, '<h1>Not sent</h1>'],
  ['a plain one, if the site never told any', false, 'We could not take your request yet'],
])('gives a form back that nobody takes, on %s', async (_, isTold, words) => {
  await origin.leave();
  if (!isTold) edge = await edgeBefore(origin);
  const got = await post();
  expect(got.status).toBe(503);
  expect(got.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'retry-after': '30',
    'cross-origin-opener-policy': 'same-origin',
  });
  const html = got.body.toString();
  expect(html).toContain(words);
  expect(html).toContain('href="tel:');
  expect(html).not.toContain('<script>');
  const form = documentOf(got.body).querySelector('form');
  expect(form?.getAttribute('action')).toBe('/requests/call?from=%2Fpage&x="');
  const typed = TYPED.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]);
  expect(heldIn(got.body)).toEqual(typed);
});

it('shows again what people may want to read of it', async () => {
  await origin.leave();
  const terms = [...documentOf((await post()).body).querySelectorAll('dt, dd')];
  expect(terms.map(({ textContent }) => textContent)).toEqual([
    'Your name',
    TYPED[1]?.[1],
    'Your message',
    'Line one\nline two & <b>',
  ]);
});

it('tells a program in its own terms', async () => {
  await origin.leave();
  const headers = { 'Content-Type': 'application/json' };
  const got = await ask(edge, '/api/requests', { method: 'POST', headers, body: '{}' });
  expect([got.status, got.headers['content-type']]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
  ]);
  expect(JSON.parse(got.body.toString())).toMatchObject({ status: 503, code: 'unavailable' });
});

it('says of a site that does not answer that it is not ready, and what is away', async () => {
  origin.say('/readyz', { status: 200, body: 'ready\n' });
  expect((await ask(edge, '/readyz')).body.toString()).toBe('ready\n');
  // It can be that nothing but a worker is missing: the site knows.
  origin.say('/readyz', { status: 503, body: 'no worker sends messages\n' });
  const told = await ask(edge, '/readyz');
  expect([told.status, told.body.toString()]).toEqual([503, 'no worker sends messages\n']);
  await origin.leave();
  const got = await ask(edge, '/readyz');
  expect([got.status, got.headers['cache-control'], got.headers['retry-after']]).toEqual([
    503,
    'private, no-store',
    '30',
  ]);
  expect(got.body.toString()).toMatch(
    /^the web server does not answer\nwhat is away is started again/,
  );
});

it('says since when nothing is heard of the database', async () => {
  const before = Date.now();
  const silent = await edgeBefore(origin, {
    database: () => Promise.reject(new Error('There is none.')),
    atOnce: true,
  });
  origin.say('/readyz', { status: 503, body: 'the database is out of reach\n' });
  const said = (await ask(silent, '/readyz')).body.toString();
  const [, since = ''] = /^the database has been away since (\S+)\n/.exec(said) ?? [];
  expect(new Date(since).getTime()).toBeGreaterThanOrEqual(before);
  expect(said).not.toContain('web server');
  // The site itself knows better.
  origin.say('/readyz', { status: 200, body: 'ready\n' });
  expect((await ask(silent, '/readyz')).status).toBe(200);
});

it('says of a page that it cannot show, and leads back to it', async () => {
  await origin.leave();
  for (const address of ['/other', '/admin?a=1&b="']) {
    const got = await ask(edge, address);
    expect([got.status, got.headers['cache-control']]).toEqual([503, 'private, no-store']);
    expect(documentOf(got.body).querySelector('a')?.getAttribute('href')).toBe(address);
  }
});

it.each([
  ['a form', FORM],
  ['something else', 'application/json'],
])(
  'lets what the origin did not read of %s go by, so that the next request is answered',
  async (_, type) => {
    origin.say('/requests/call', { status: 413, body: 'too long', unread: true });
    for (let n = 0; n < 5; n += 1) {
      const got = await fetch(`${edge.url}/requests/call`, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body: `message=${'x'.repeat(3_000_000)}`,
        signal: AbortSignal.timeout(5_000),
      });
      expect([got.status, await got.text()]).toEqual([413, 'too long']);
    }
  },
);
