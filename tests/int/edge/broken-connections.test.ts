import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { cacheStatus, fetchRaw, startTestEdge, type TestEdge } from '#tests/helpers/edge.ts';
import { httpLines, openConnection } from '#tests/helpers/raw-socket.ts';
import {
  SHARED_CACHE_CONTROL,
  type StubOrigin,
  sharedPage,
  startOrigin,
} from '#tests/helpers/stub-origin.ts';

const FORM = 'Content-Type: application/x-www-form-urlencoded';
const HOST = 'Host: throughcare.test';

let origin: StubOrigin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await startOrigin();
  origin.respond('/page', sharedPage('The page'));
  origin.respond('/other', sharedPage('The other page'));
  origin.respond('/unavailable', sharedPage('<a href="/unavailable">Away</a>'));
  origin.respond(
    '/unsent',
    sharedPage('<form action="/unsent"><input type="hidden" name="kept"/></form>'),
  );
  origin.respond('/api/echo', ({ body }) => ({ body: `[${body}]` }));
  edge = await startTestEdge(origin);
});

const bodyAt = async (target: string) => (await fetchRaw(edge, target)).body.toString();

const rawHead = (...more: string[]) =>
  httpLines(
    'HTTP/1.1 200 OK',
    `Cache-Control: ${SHARED_CACHE_CONTROL}`,
    'Content-Type: text/html',
    ...more,
    '',
  );

it.each([
  ['dies before the end', `${rawHead('Content-Length: 100')}half`],
  ['dies within a chunk', `${rawHead('Transfer-Encoding: chunked')}10\r\nhalf`],
  ['dies between chunks', `${rawHead('Transfer-Encoding: chunked')}4\r\nhalf\r\n`],
  ['dies within the headers', 'HTTP/1.1 200 OK\r\nCache-Control: public, s-max'],
  ['sends nothing', ''],
  ['does not speak HTTP', 'half a page without any headers'],
  ['sends two lengths', `${rawHead('Content-Length: 4', 'Content-Length: 3')}half`],
  [
    'sends a length and chunks',
    `${rawHead('Content-Length: 4', 'Transfer-Encoding: chunked')}half`,
  ],
  ['sends too large headers', `${rawHead(`X-A: ${'x'.repeat(20_000)}`)}half`],
  ['switches protocols', 'HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: a\r\n\r\n'],
])('caches nothing from an origin that %s, and serves the other pages', async (_, rawBytes) => {
  origin.respond('/page', { rawBytes });
  const response = await fetchRaw(edge, '/page');
  expect([response.status, response.body.toString()]).toEqual([503, '<a href="/page">Away</a>']);
  expect(await bodyAt('/other')).toBe('The other page');
  origin.respond('/page', sharedPage('The page'));
  await expect.poll(() => bodyAt('/page')).toBe('The page');
});

it('ignores bytes behind the end of a response', async () => {
  const surplus = `${rawHead('Content-Length: 6')}poison`;
  origin.respond('/page', { rawBytes: `${rawHead('Content-Length: 4')}good${surplus}` });
  expect(await bodyAt('/page')).toBe('good');
  for (const target of ['/other', '/page', '/list', '/', '/old']) {
    expect(await bodyAt(target)).not.toContain('poison');
  }
});

it.each([
  ['a control character', 'X-A: a\x01b'],
  ['characters beyond ASCII', 'X-A: \xc3\xbc \xff'],
])('serves the other pages after an origin sent %s in a header', async (_, header) => {
  origin.respond('/page', { rawBytes: `${rawHead(header, 'Content-Length: 4')}page` });
  for (let n = 0; n < 3; n += 1) await fetchRaw(edge, '/page');
  expect(await bodyAt('/other')).toBe('The other page');
});

it('closes the connection when a proxied response is truncated', async () => {
  for (const length of ['Content-Length: 100', 'Transfer-Encoding: chunked']) {
    origin.respond('/api/half', { rawBytes: `${rawHead(length)}4\r\nhalf\r\n` });
    const connection = await openConnection(edge.url);
    connection.send(httpLines('GET /api/half HTTP/1.1', HOST, ''));
    const received = await connection.closed;
    expect(received).toContain('half');
    expect(received).not.toContain('0\r\n\r\n');
  }
  expect(await bodyAt('/page')).toBe('The page');
});

it('forwards a response that the origin sends before it has read the body', async () => {
  const early = createServer((req, res) => {
    req.resume();
    res.writeHead(413).end('Too much');
  });
  early.listen(0, '127.0.0.1');
  await once(early, 'listening');
  onTestFinished(() => {
    early.close();
    early.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(early.address() as AddressInfo).port}`;
  const edgeOfEarly = await startTestEdge({ url });
  for (const type of ['Content-Type: application/json', FORM]) {
    const connection = await openConnection(edgeOfEarly.url);
    connection.send(
      httpLines('POST /api/echo HTTP/1.1', HOST, type, 'Content-Length: 9000000', ''),
    );
    connection.send('x'.repeat(5_000_000));
    await expect.poll(connection.received).toMatch(/ 413 .*Too much/s);
  }
});

it('serves other clients while one is slow, and times the slow one out', async () => {
  const slow = await startTestEdge(origin, {
    timeouts: { headersTimeout: 200, requestTimeout: 400 },
  });
  const incomplete = [
    'GET /page HTTP/1.1\r\nHost: thr',
    httpLines('POST /requests/a HTTP/1.1', HOST, FORM, 'Content-Length: 100', '') + 'name=A',
    httpLines('POST /api/echo HTTP/1.1', HOST, 'Content-Length: 100', '') + '{"name"',
    httpLines('GET /api/echo HTTP/1.1', HOST, 'Transfer-Encoding: chunked', '') + '100\r\nab',
  ];
  const connections = await Promise.all(incomplete.map(() => openConnection(slow.url)));
  for (const [n, connection] of connections.entries()) connection.send(incomplete[n] ?? '');
  expect((await fetchRaw(slow, '/page')).body.toString()).toBe('The page');
  expect((await fetchRaw(slow, '/api/echo', { method: 'POST', body: 'b' })).body.toString()).toBe(
    '[b]',
  );
  for (const connection of connections) {
    await connection.closed;
    expect(connection.statuses()).toEqual([408]);
  }
  expect(origin.requests.filter(({ body }) => body !== 'b' && body !== '')).toEqual([]);
});

it('serves a cached page before the request’s body has arrived', async () => {
  const connection = await openConnection(edge.url);
  connection.send(`${httpLines('GET /page HTTP/1.1', HOST, 'Content-Length: 100', '')}ab`);
  await expect.poll(connection.received).toMatch(/The page$/);
});

it('survives clients that disconnect, and caches what it fetched for them', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  origin.respond('/page', { ...sharedPage('The page'), after: promise });
  origin.respond('/api/slow', { body: 'slow', after: promise });
  const complete = [
    httpLines('GET /page HTTP/1.1', HOST, ''),
    httpLines('GET /api/slow HTTP/1.1', HOST, ''),
    httpLines('POST /api/slow HTTP/1.1', HOST, 'Content-Length: 2', '') + 'ab',
  ];
  const truncated = [
    httpLines('POST /requests/a HTTP/1.1', HOST, FORM, 'Content-Length: 100', '') + 'name=A',
    httpLines('POST /api/echo HTTP/1.1', HOST, 'Content-Length: 100', '') + '{"name"',
    'GET /page HTTP/1.1\r\nHost: thr',
  ];
  for (const bytes of [...complete, ...truncated]) {
    const connection = await openConnection(edge.url);
    connection.send(bytes);
    if (complete.includes(bytes)) {
      const [, target = ''] = bytes.split(' ');
      const count = origin.countRequests(target);
      await expect
        .poll(() => origin.countRequests(target))
        .toBeGreaterThanOrEqual(Math.max(1, count));
    }
    connection.hangUp();
    await connection.closed;
  }
  resolve();
  // The page that was fetched for a client that did not wait is cached.
  await expect
    .poll(async () => cacheStatus(await fetchRaw(edge, '/page')))
    .toBe('throughcare; hit');
  expect(origin.countRequests('/page')).toBe(1);
  expect(origin.countRequests('/requests/a')).toBe(0);
});
