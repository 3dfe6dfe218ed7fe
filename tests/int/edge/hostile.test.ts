import { beforeEach, expect, it } from 'vitest';
import { ask, edgeBefore, how, type TestEdge, TOKEN } from '#tests/helpers/edge.ts';
import { POISON } from '#tests/helpers/hostile/headers.ts';
import { type Origin, openOrigin, passedOn, shared } from '#tests/helpers/origin.ts';
import { lines, openLine } from '#tests/helpers/raw-socket.ts';
import { signedToken } from '#tests/helpers/signed-token.ts';

const PRIVATE = 'for one person alone';
const SIGNED = `payload-token=${await signedToken()}`;

let origin: Origin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await openOrigin();
  origin.say('/page', shared('The page'));
  origin.say('/not-found', { ...shared('Nothing here'), status: 404 });
  edge = await edgeBefore(origin);
});

/** What a visitor without any of it is given. */
const plain = async (address: string) => {
  const { status, body, headers } = await ask(edge, address);
  expect(headers).not.toHaveProperty('set-cookie');
  return [status, body.toString()];
};

it.each(POISON)(
  'a page asked for with %s is the page of everybody, before and after',
  async (_, headers) => {
    // An origin that would believe all of it.
    origin.say('/page', (asked) => {
      const told = Object.entries(headers).some(
        ([name, value]) => asked.headers[name.toLowerCase()] === value,
      );
      return told || asked.body ? shared('poison') : shared('The page');
    });
    const body = headers['Content-Length'] && 'body';
    for (let n = 0; n < 2; n += 1) {
      const got = await ask(edge, '/page', { headers, ...(body && { body }) });
      expect([got.status, got.body.toString()]).toEqual([200, 'The page']);
      expect(got.headers).not.toHaveProperty('set-cookie');
      expect(await plain('/page')).toEqual([200, 'The page']);
    }
    expect(origin.times('/page')).toBe(1);
  },
);

it('answers TRACE itself', async () => {
  expect((await ask(edge, '/readyz', { method: 'TRACE' })).status).toBe(405);
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PURGE', 'PROPFIND', 'QUERY'])(
  'keeps nothing of what %s brings, and is not brought to forget by it',
  async (method) => {
    await ask(edge, '/page');
    origin.say('/page', ({ method: asked }) => shared(asked === method ? PRIVATE : 'The page'));
    expect((await ask(edge, '/page', { method })).body.toString()).toBe(PRIVATE);
    expect(await plain('/page')).toEqual([200, 'The page']);
    expect(origin.asked.filter((one) => one.method === 'GET' && one.url === '/page')).toHaveLength(
      1,
    );
  },
);

it('tells the origin itself who asks, whatever they have it dropped or say', async () => {
  const line = await openLine(edge.url);
  line.say(
    lines(
      'GET /api/x HTTP/1.1',
      'Host: throughcare.test',
      'Connection: close, x-client-address, X-Edge-Token, host, x-dropped',
      'X-Client-Address: 9.9.9.9',
      'x-client-address: 8.8.8.8',
      'X-Edge-Token: guessed',
      'X-Forwarded-For: 7.7.7.7',
      'X-Dropped: a',
      'TE: trailers',
      'Keep-Alive: timeout=9999',
      'Proxy-Authorization: Basic abc',
      'Upgrade: h2c',
      '',
    ),
  );
  await line.over;
  const { connection: _, ...headers } = passedOn(origin)[0]?.headers ?? {};
  expect(headers).toEqual({
    host: 'throughcare.test',
    'x-client-address': '127.0.0.1',
    'x-edge-token': TOKEN,
    'x-forwarded-for': '7.7.7.7',
  });
});

it('is not brought to forget what it has by somebody who is turned away', async () => {
  // It cannot hear whether something was written, so that it has to take it for granted.
  const deaf = await edgeBefore(origin, {
    database: () => Promise.reject(new Error()),
    atOnce: true,
  });
  const comes = async () => how(await ask(deaf, '/page'));
  await expect.poll(comes).toBe('throughcare; hit');
  const asked = origin.times('/page');
  for (const status of [401, 403, 404, 405, 413, 429, 503]) {
    origin.say('/api/x', { status });
    await ask(deaf, '/api/x', { method: 'POST', headers: { Cookie: SIGNED } });
    expect(await comes()).toBe('throughcare; hit');
  }
  expect(origin.times('/page')).toBe(asked);
  for (const [n, status] of [200, 303].entries()) {
    origin.say('/api/x', { status });
    const headers = { Cookie: `a=b; ${SIGNED}` };
    await ask(deaf, '/api/x', { method: 'POST', headers });
    await comes();
    expect(origin.times('/page')).toBe(asked + n + 1);
  }
});

it.each([
  ['what nobody can read', 'POST', '/api/x', 400, SIGNED],
  ['what nobody can read of many', 'PATCH', '/api/x', 400, SIGNED],
  ['a slash too many', 'POST', '/api/x/', 308, SIGNED],
  ['a token that was guessed', 'POST', '/api/x', 200, 'payload-token=guessed'],
  ['a cookie of their own', 'POST', '/api/x', 200, 'a=b; my-payload-token=c'],
  ['asking for a new password', 'POST', '/api/users/forgot-password', 200, SIGNED],
])('is not brought to forget what it has by %s', async (_, method, address, status, cookie) => {
  const deaf = await edgeBefore(origin, {
    database: () => Promise.reject(new Error()),
    atOnce: true,
  });
  const comes = async () => how(await ask(deaf, '/page'));
  await expect.poll(comes).toBe('throughcare; hit');
  origin.say(address, { status });
  await ask(deaf, address, { method, headers: { Cookie: cookie } });
  expect(await comes()).toBe('throughcare; hit');
});

it('gives a cookie to nobody at an address that is for everybody', async () => {
  origin.say('/page', {
    headers: { 'Set-Cookie': 'session=1', 'Cache-Control': 'private' },
    body: 'once',
  });
  const both = await Promise.all([ask(edge, '/page'), ask(edge, '/page')]);
  for (const { headers } of both) expect(headers).not.toHaveProperty('set-cookie');
});

it('passes one request of a connection on at a time, however many come in one breath', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const asking = Array.from({ length: 50 }, (_, n) => `/api/x?${n}`);
  for (const address of asking) origin.say(address, { body: `[${address}]`, after: promise });
  origin.say('/api/y', { body: 'y' });
  const line = await openLine(edge.url);
  const get = (address: string) => lines(`GET ${address} HTTP/1.1`, 'Host: throughcare.test', '');
  line.say(asking.map(get).join(''));
  await expect.poll(() => passedOn(origin)).toHaveLength(1);
  // Somebody else is not behind them.
  expect((await ask(edge, '/api/y')).body.toString()).toBe('y');
  expect(passedOn(origin)).toHaveLength(2);
  resolve();
  await expect.poll(() => line.statuses(), { timeout: 10_000 }).toHaveLength(50);
  expect(line.heard().match(/\[[^\]]*\]/g)).toEqual(asking.map((address) => `[${address}]`));
});
