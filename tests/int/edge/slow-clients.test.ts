import { beforeEach, expect, it } from 'vitest';
import { fetchRaw, startTestEdge, type TestEdge } from '#tests/helpers/edge.ts';
import { httpLines, openConnection, type RawConnection } from '#tests/helpers/raw-socket.ts';
import {
  proxiedRequests,
  type StubOrigin,
  sharedPage,
  startOrigin,
} from '#tests/helpers/stub-origin.ts';

const HOST = 'Host: throughcare.test';
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const JSON_TYPE = 'Content-Type: application/json';
const LIMITS = { windowMs: 300, minBytes: 100, maxConcurrent: 20 };

const post = (...more: string[]) =>
  httpLines('POST /requests/call HTTP/1.1', HOST, 'X-Forwarded-For: 192.0.2.1', ...more, '');

let origin: StubOrigin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await startOrigin();
  origin.respond('/page', sharedPage('The page'));
  origin.respond('/requests/call', ({ body }) => ({ body: `[${body.length}]` }));
  edge = await startTestEdge(origin, { requestBodyLimits: LIMITS });
});

async function openAndSend(bytes: string): Promise<RawConnection> {
  const connection = await openConnection(edge.url);
  connection.send(bytes);
  return connection;
}

/** Sends bytes every 50 ms until the connection is closed. */
function drip(connection: RawConnection, bytes: string): void {
  const timer = setInterval(() => connection.send(bytes), 50);
  connection.closed.then(() => clearInterval(timer));
}

it.each([
  ['a form', post(FORM, 'Content-Length: 5000')],
  ['JSON', post(JSON_TYPE, 'Content-Length: 5000')],
  ['chunks', post(JSON_TYPE, 'Transfer-Encoding: chunked')],
  [
    'an upload',
    httpLines(
      'POST /api/media HTTP/1.1',
      HOST,
      'Cookie: payload-token=a',
      'Content-Length: 9000000',
      '',
    ),
  ],
])('sends 408 for %s that arrives too slowly, and closes the connection', async (_, head) => {
  const connection = await openAndSend(head);
  drip(connection, head.includes('chunked') ? '1\r\na\r\n' : 'a');
  const received = await connection.closed;
  expect(connection.statuses()).toEqual([408]);
  expect(received).toMatch(/^Connection: close\r$/im);
  expect(proxiedRequests(origin)).toEqual([]);
});

it('sends a page to browsers that are too slow, and problem details to API clients', async () => {
  const [browser, apiClient] = await Promise.all([
    openAndSend(post(FORM, 'Accept: text/html', 'Content-Length: 50')),
    openAndSend(post(JSON_TYPE, 'Accept: text/html', 'Content-Length: 50')),
  ]);
  browser.send('message=Half%20of%20it');
  const html = await browser.closed;
  expect(html).toContain('We did not get all of your request');
  expect(html).toContain('href="tel:');
  // No form replay of half a message.
  expect(html).not.toContain('Half');
  const [, body = ''] = (await apiClient.closed).split('\r\n\r\n');
  expect(JSON.parse(body)).toMatchObject({ status: 408, code: 'too-slow' });
});

it('waits for clients that are slow but fast enough', async () => {
  const connection = await openAndSend(post(FORM, 'Connection: close', 'Content-Length: 2000'));
  // Takes several windows.
  drip(connection, 'x'.repeat(50));
  expect(await connection.closed).toContain('[2000]');
});

it('times out a body that stalls after a fast start, and the body of a GET', async () => {
  const upload = await openAndSend(
    httpLines('POST /api/media HTTP/1.1', HOST, 'Content-Length: 900000', '') + 'x'.repeat(100_000),
  );
  const get = await openAndSend(httpLines('GET /page HTTP/1.1', HOST, 'Content-Length: 100', ''));
  drip(get, 'a');
  await upload.closed;
  expect(upload.statuses()).toEqual([408]);
  expect(await get.closed).toMatch(/The page$/);
});

it('does not time out a client while the origin is slow', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  origin.respond('/requests/call', { body: 'late', after: promise });
  const connection = await openAndSend(
    `${post(FORM, 'Connection: close', 'Content-Length: 3')}a=b`,
  );
  // A client that arrives later is timed out meanwhile.
  const incomplete = await openAndSend(post(FORM, 'Content-Length: 3'));
  await incomplete.closed;
  resolve();
  expect(await connection.closed).toContain('late');
});

it('rejects the oldest incomplete body if one network has too many', async () => {
  const edgeWithLongWindow = await startTestEdge(origin, {
    requestBodyLimits: { ...LIMITS, windowMs: 60_000 },
  });
  const connections: RawConnection[] = [];
  for (let n = 0; n < LIMITS.maxConcurrent; n += 1) {
    const connection = await openConnection(edgeWithLongWindow.url);
    connection.send(post(JSON_TYPE, 'Content-Length: 50'));
    connections.push(connection);
    await fetchRaw(edgeWithLongWindow, '/page');
  }
  expect(connections.flatMap((connection) => connection.statuses())).toEqual([]);
  const complete = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
  for (let n = 0; n < 3; n += 1) {
    expect((await fetchRaw(edgeWithLongWindow, '/requests/call', complete)).body.toString()).toBe(
      '[2]',
    );
  }
  await connections[0]?.closed;
  // One rejection makes room for all complete requests.
  expect(connections.map((connection) => connection.statuses())).toEqual([
    [408],
    ...connections.slice(1).map(() => []),
  ]);
});

it('times out clients that send nothing, or that do not read the response', async () => {
  const timeouts = { headersTimeout: 300, timeout: 300 };
  const impatientEdge = await startTestEdge(origin, { timeouts });
  origin.respond('/page', sharedPage('x'.repeat(15_000_000)));
  const [silent, stalled] = await Promise.all([
    openConnection(impatientEdge.url),
    openConnection(impatientEdge.url),
  ]);
  stalled.pause();
  stalled.send(httpLines('GET /page HTTP/1.1', HOST, ''));
  await silent.closed;
  await expect.poll(() => impatientEdge.connections()).toBe(0);
  stalled.resume();
  expect((await stalled.closed).length).toBeLessThan(15_000_000);
});
