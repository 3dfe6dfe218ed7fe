import { beforeEach, expect, it } from 'vitest';
import { fetchRaw, startTestEdge, type TestEdge } from '#tests/helpers/edge.ts';
import { httpLines, openConnection } from '#tests/helpers/raw-socket.ts';
import { type StubOrigin, sharedPage, startOrigin } from '#tests/helpers/stub-origin.ts';

const SMUGGLED = httpLines('GET /api/smuggled HTTP/1.1', 'Host: throughcare.test', '');
const post = (...more: string[]) =>
  httpLines('POST /api/echo HTTP/1.1', 'Host: throughcare.test', ...more, '');
const get = (target: string, ...more: string[]) =>
  httpLines(`GET ${target} HTTP/1.1`, 'Host: throughcare.test', ...more, '');

let origin: StubOrigin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await startOrigin();
  origin.respond('/page', sharedPage('The page'));
  origin.respond('/api/echo', ({ method, body }) => ({ body: `${method} [${body}]` }));
  edge = await startTestEdge(origin);
});

/** The requests that reached the origin, without those for its site index and fallback pages. */
const forwardedRequests = () => origin.requests.filter(({ url }) => url.startsWith('/api'));

it.each([
  ['a length and chunks', post('Content-Length: 6', 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
  ['chunks and a length', post('Transfer-Encoding: chunked', 'Content-Length: 4') + '5c\r\n'],
  ['two lengths', post('Content-Length: 0', `Content-Length: ${SMUGGLED.length}`)],
  ['the same length twice', `${post('Content-Length: 3', 'Content-Length: 3')}abc`],
  ['a list of lengths', `${post('Content-Length: 3, 3')}abc`],
  ['a signed length', `${post('Content-Length: +3')}abc`],
  ['a negative length', `${post('Content-Length: -3')}abc`],
  ['a length in hex', `${post('Content-Length: 0x3')}abc`],
  ['an empty length', post('Content-Length:')],
  ['a length beyond 64 bits', post('Content-Length: 99999999999999999999')],
  ['a space before the colon', `${post('Transfer-Encoding : chunked')}0\r\n\r\n`],
  ['another coding', `${post('Transfer-Encoding: xchunked')}0\r\n\r\n`],
  ['a coding after chunked', `${post('Transfer-Encoding: chunked, identity')}0\r\n\r\n`],
  ['a coding before chunked', `${post('Transfer-Encoding: gzip, chunked')}0\r\n\r\n`],
  [
    'chunked in the first of two headers',
    `${post('Transfer-Encoding: chunked', 'Transfer-Encoding: x')}0\r\n\r\n`,
  ],
  [
    'chunked in the last of two headers',
    `${post('Transfer-Encoding: x', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
  ],
  ['chunked after a vertical tab', `${post('Transfer-Encoding: \x0bchunked')}0\r\n\r\n`],
  ['chunked in quotes', `${post('Transfer-Encoding: "chunked"')}0\r\n\r\n`],
  ['chunked on a folded line', `${post('Transfer-Encoding:', ' chunked')}0\r\n\r\n`],
  ['a folded header value', get('/api/echo', 'X-A: a', ' b')],
  ['a chunk that ends in LF', `${post('Transfer-Encoding: chunked')}3\nabc\r\n0\r\n\r\n`],
  ['a chunk with a negative size', `${post('Transfer-Encoding: chunked')}-1\r\nabc\r\n0\r\n\r\n`],
  [
    'a chunk size beyond 64 bits',
    `${post('Transfer-Encoding: chunked')}10000000000000003\r\nabc\r\n`,
  ],
  ['lines that end in LF', 'GET /api/echo HTTP/1.1\nHost: throughcare.test\n\n'],
  ['CR within a line', get('/api/echo', 'X-A: a\rX-B: b')],
  ['a zero byte in a header', get('/api/echo', 'X-A: a\0b')],
  ['a zero byte in the target', get('/api/echo\0')],
  ['a space in the target', get('/api/echo x')],
  ['a control character in the target', get('/api/echo?\x01')],
  ['a byte above ASCII', get('/api/echo?\xff')],
  ['a name with a space', get('/api/echo', 'X A: b')],
  ['no host', httpLines('GET /api/echo HTTP/1.1', '')],
  [
    'two hosts beside an absolute-form target',
    get('http://throughcare.test/api/echo', 'Host: evil.example'),
  ],
  [
    'no host beside an absolute-form target',
    httpLines('GET http://throughcare.test/api/echo HTTP/1.1', ''),
  ],
  ['two hosts', get('/api/echo', 'Host: evil.example')],
  ['an invalid host', httpLines('GET /api/echo HTTP/1.1', 'Host: a@b/c?d', '')],
  ['an unknown method', httpLines('SEND /api/echo HTTP/1.1', 'Host: throughcare.test', '')],
])('rejects %s, and forwards nothing of it', async (_, bytes) => {
  const connection = await openConnection(edge.url);
  connection.send(bytes);
  await expect.poll(connection.statuses).toHaveLength(1);
  expect(connection.statuses()).toEqual([400]);
  connection.send(SMUGGLED);
  await fetchRaw(edge, '/api/after');
  // The bytes that follow on the connection can be a request of their own, but without the rejected method and body.
  for (const { method, body } of forwardedRequests()) expect([method, body]).toEqual(['GET', '']);
  expect(forwardedRequests().filter(({ url }) => url === '/api/echo')).toEqual([]);
});

it.each([
  ['chunked after a tab', `${post('Transfer-Encoding:\tchunked')}0\r\n\r\n`, ''],
  ['a length in an unknown header', post('Content_Length: 300'), ''],
  [
    'a chunk with an extension',
    `${post('Transfer-Encoding: chunked')}3;a=b\r\nabc\r\n0\r\n\r\n`,
    'abc',
  ],
  [
    'a body that looks like a request',
    `${post(`Content-Length: ${SMUGGLED.length}`)}${SMUGGLED}`,
    SMUGGLED,
  ],
])('reads the same framing as the origin from %s', async (_, bytes, body) => {
  const connection = await openConnection(edge.url);
  connection.send(bytes + get('/page', 'Connection: close'));
  const received = await connection.closed;
  expect(connection.statuses()).toEqual([200, 200]);
  expect(received).toMatch(/The page$/);
  expect(forwardedRequests().map(({ method, body }) => [method, body])).toEqual([['POST', body]]);
});

it('drops trailers', async () => {
  const connection = await openConnection(edge.url);
  const trailers = httpLines(
    '0',
    'X-Edge-Token: a',
    'X-Client-Address: 9.9.9.9',
    'Authorization: b',
    '',
  );
  connection.send(post('Transfer-Encoding: chunked', 'Connection: close') + trailers);
  await connection.closed;
  const [request] = forwardedRequests();
  expect(request?.headers).toMatchObject({ 'x-client-address': '127.0.0.1' });
  expect(request?.headers).not.toHaveProperty('authorization');
});

it('responds to pipelined requests in their order', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  origin.respond('/api/slow', ({ body }) => ({ body: `slow ${body}`, after: promise }));
  const connection = await openConnection(edge.url);
  connection.send(
    httpLines('POST /api/slow HTTP/1.1', 'Host: throughcare.test', 'Content-Length: 3', '') +
      `abc${get('/page')}` +
      `${post('Content-Length: 3')}def${get('/page', 'Connection: close')}`,
  );
  await expect.poll(() => origin.countRequests('/api/slow')).toBe(1);
  await fetchRaw(edge, '/page');
  expect(connection.statuses()).toEqual([]);
  resolve();
  const received = await connection.closed;
  const bodies = received.match(/slow abc|The page|POST \[def\]/g);
  expect(bodies).toEqual(['slow abc', 'The page', 'POST [def]', 'The page']);
});
