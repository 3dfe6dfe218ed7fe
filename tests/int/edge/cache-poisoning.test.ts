import { beforeEach, expect, it } from 'vitest';
import {
  cacheStatus,
  fetchRaw,
  startTestEdge,
  TEST_EDGE_TOKEN,
  type TestEdge,
} from '#tests/helpers/edge.ts';
import { CACHE_POISONING_HEADERS } from '#tests/helpers/hostile/headers.ts';
import { httpLines, openConnection } from '#tests/helpers/raw-socket.ts';
import { signToken } from '#tests/helpers/sign-token.ts';
import {
  proxiedRequests,
  type StubOrigin,
  sharedPage,
  startOrigin,
} from '#tests/helpers/stub-origin.ts';

const PRIVATE = 'for one person alone';
const SESSION_COOKIE = `payload-token=${await signToken()}`;

let origin: StubOrigin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await startOrigin();
  origin.respond('/page', sharedPage('The page'));
  origin.respond('/not-found', { ...sharedPage('Nothing here'), status: 404 });
  edge = await startTestEdge(origin);
});

/** Requests a page without any header. */
const fetchPlain = async (target: string) => {
  const { status, body, headers } = await fetchRaw(edge, target);
  expect(headers).not.toHaveProperty('set-cookie');
  return [status, body.toString()];
};

it.each(CACHE_POISONING_HEADERS)(
  'serves and caches the shared page for a request with %s',
  async (_, headers) => {
    // An origin that trusts all of it.
    origin.respond('/page', (request) => {
      const isPoisoned = Object.entries(headers).some(
        ([name, value]) => request.headers[name.toLowerCase()] === value,
      );
      return isPoisoned || request.body ? sharedPage('poison') : sharedPage('The page');
    });
    const body = headers['Content-Length'] && 'body';
    for (let n = 0; n < 2; n += 1) {
      const response = await fetchRaw(edge, '/page', { headers, ...(body && { body }) });
      expect([response.status, response.body.toString()]).toEqual([200, 'The page']);
      expect(response.headers).not.toHaveProperty('set-cookie');
      expect(await fetchPlain('/page')).toEqual([200, 'The page']);
    }
    expect(origin.countRequests('/page')).toBe(1);
  },
);

it('does not forward TRACE', async () => {
  expect((await fetchRaw(edge, '/readyz', { method: 'TRACE' })).status).toBe(405);
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PURGE', 'PROPFIND', 'QUERY'])(
  'neither caches a response to %s nor purges the cached page',
  async (method) => {
    await fetchRaw(edge, '/page');
    origin.respond('/page', ({ method: received }) =>
      sharedPage(received === method ? PRIVATE : 'The page'),
    );
    expect((await fetchRaw(edge, '/page', { method })).body.toString()).toBe(PRIVATE);
    expect(await fetchPlain('/page')).toEqual([200, 'The page']);
    expect(
      origin.requests.filter((request) => request.method === 'GET' && request.url === '/page'),
    ).toHaveLength(1);
  },
);

it('sends the origin its own token and client address, and drops forged ones', async () => {
  const connection = await openConnection(edge.url);
  connection.send(
    httpLines(
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
  await connection.closed;
  const { connection: _, ...headers } = proxiedRequests(origin)[0]?.headers ?? {};
  expect(headers).toEqual({
    host: 'throughcare.test',
    'x-client-address': '127.0.0.1',
    'x-edge-token': TEST_EDGE_TOKEN,
    'x-forwarded-for': '7.7.7.7',
  });
});

it('purges the cache after a write, but not after a rejected one', async () => {
  // Without a change stream, it has to assume that every accepted write changed something.
  const disconnected = await startTestEdge(origin, {
    database: () => Promise.reject(new Error()),
    skipCatchUp: true,
  });
  const pageStatus = async () => cacheStatus(await fetchRaw(disconnected, '/page'));
  await expect.poll(pageStatus).toBe('throughcare; hit');
  const count = origin.countRequests('/page');
  for (const status of [401, 403, 404, 405, 413, 429, 503]) {
    origin.respond('/api/x', { status });
    await fetchRaw(disconnected, '/api/x', { method: 'POST', headers: { Cookie: SESSION_COOKIE } });
    expect(await pageStatus()).toBe('throughcare; hit');
  }
  expect(origin.countRequests('/page')).toBe(count);
  for (const [n, status] of [200, 303].entries()) {
    origin.respond('/api/x', { status });
    const headers = { Cookie: `a=b; ${SESSION_COOKIE}` };
    await fetchRaw(disconnected, '/api/x', { method: 'POST', headers });
    await pageStatus();
    expect(origin.countRequests('/page')).toBe(count + n + 1);
  }
});

it.each([
  ['an invalid request', 'POST', '/api/x', 400, SESSION_COOKIE],
  ['an invalid bulk request', 'PATCH', '/api/x', 400, SESSION_COOKIE],
  ['a trailing slash', 'POST', '/api/x/', 308, SESSION_COOKIE],
  ['a guessed session token', 'POST', '/api/x', 200, 'payload-token=guessed'],
  ['a cookie with a similar name', 'POST', '/api/x', 200, 'a=b; my-payload-token=c'],
  ['a request for a new password', 'POST', '/api/users/forgot-password', 200, SESSION_COOKIE],
])('purges nothing after %s', async (_, method, target, status, cookie) => {
  const disconnected = await startTestEdge(origin, {
    database: () => Promise.reject(new Error()),
    skipCatchUp: true,
  });
  const pageStatus = async () => cacheStatus(await fetchRaw(disconnected, '/page'));
  await expect.poll(pageStatus).toBe('throughcare; hit');
  origin.respond(target, { status });
  await fetchRaw(disconnected, target, { method, headers: { Cookie: cookie } });
  expect(await pageStatus()).toBe('throughcare; hit');
});

it('drops Set-Cookie from responses that coalesced requests share', async () => {
  origin.respond('/page', {
    headers: { 'Set-Cookie': 'session=1', 'Cache-Control': 'private' },
    body: 'once',
  });
  const responses = await Promise.all([fetchRaw(edge, '/page'), fetchRaw(edge, '/page')]);
  for (const { headers } of responses) expect(headers).not.toHaveProperty('set-cookie');
});

it('proxies pipelined requests of a connection one at a time', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const targets = Array.from({ length: 50 }, (_, n) => `/api/x?${n}`);
  for (const target of targets) origin.respond(target, { body: `[${target}]`, after: promise });
  origin.respond('/api/y', { body: 'y' });
  const connection = await openConnection(edge.url);
  const get = (target: string) => httpLines(`GET ${target} HTTP/1.1`, 'Host: throughcare.test', '');
  connection.send(targets.map(get).join(''));
  await expect.poll(() => proxiedRequests(origin)).toHaveLength(1);
  // Another connection does not wait.
  expect((await fetchRaw(edge, '/api/y')).body.toString()).toBe('y');
  expect(proxiedRequests(origin)).toHaveLength(2);
  resolve();
  await expect.poll(() => connection.statuses(), { timeout: 10_000 }).toHaveLength(50);
  expect(connection.received().match(/\[[^\]]*\]/g)).toEqual(
    targets.map((target) => `[${target}]`),
  );
});
