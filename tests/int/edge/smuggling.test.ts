import { beforeEach, expect, it } from 'vitest';
import { ask, edgeBefore, type TestEdge } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, shared } from '#tests/helpers/origin.ts';
import { lines, openLine } from '#tests/helpers/raw-socket.ts';

const SMUGGLED = lines('GET /api/smuggled HTTP/1.1', 'Host: throughcare.test', '');
const post = (...more: string[]) =>
  lines('POST /api/echo HTTP/1.1', 'Host: throughcare.test', ...more, '');
const get = (target: string, ...more: string[]) =>
  lines(`GET ${target} HTTP/1.1`, 'Host: throughcare.test', ...more, '');

let origin: Origin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await openOrigin();
  origin.say('/page', shared('The page'));
  origin.say('/api/echo', ({ method, body }) => ({ body: `${method} [${body}]` }));
  edge = await edgeBefore(origin);
});

/** What reached the origin beside what the edge wants to know itself. */
const reached = () => origin.asked.filter(({ url }) => url.startsWith('/api'));

it.each([
  ['length and chunks', post('Content-Length: 6', 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
  ['chunks and length', post('Transfer-Encoding: chunked', 'Content-Length: 4') + '5c\r\n'],
  ['two lengths', post('Content-Length: 0', `Content-Length: ${SMUGGLED.length}`)],
  ['the same length twice', `${post('Content-Length: 3', 'Content-Length: 3')}abc`],
  ['a list of lengths', `${post('Content-Length: 3, 3')}abc`],
  ['a signed length', `${post('Content-Length: +3')}abc`],
  ['a negative length', `${post('Content-Length: -3')}abc`],
  ['a length in hex', `${post('Content-Length: 0x3')}abc`],
  ['an empty length', post('Content-Length:')],
  ['a length of centuries', post('Content-Length: 99999999999999999999')],
  ['a space before the colon', `${post('Transfer-Encoding : chunked')}0\r\n\r\n`],
  ['another coding', `${post('Transfer-Encoding: xchunked')}0\r\n\r\n`],
  ['chunked, and more behind', `${post('Transfer-Encoding: chunked, identity')}0\r\n\r\n`],
  ['chunked, and more before', `${post('Transfer-Encoding: gzip, chunked')}0\r\n\r\n`],
  [
    'chunked first of two',
    `${post('Transfer-Encoding: chunked', 'Transfer-Encoding: x')}0\r\n\r\n`,
  ],
  ['chunked last of two', `${post('Transfer-Encoding: x', 'Transfer-Encoding: chunked')}0\r\n\r\n`],
  ['chunked after a sign', `${post('Transfer-Encoding: \x0bchunked')}0\r\n\r\n`],
  ['chunked in quotes', `${post('Transfer-Encoding: "chunked"')}0\r\n\r\n`],
  ['chunked on the next line', `${post('Transfer-Encoding:', ' chunked')}0\r\n\r\n`],
  ['a value on two lines', get('/api/echo', 'X-A: a', ' b')],
  ['a chunk that ends in LF', `${post('Transfer-Encoding: chunked')}3\nabc\r\n0\r\n\r\n`],
  ['a chunk of less than nothing', `${post('Transfer-Encoding: chunked')}-1\r\nabc\r\n0\r\n\r\n`],
  ['a chunk of centuries', `${post('Transfer-Encoding: chunked')}10000000000000003\r\nabc\r\n`],
  ['lines that end in LF', 'GET /api/echo HTTP/1.1\nHost: throughcare.test\n\n'],
  ['CR within a line', get('/api/echo', 'X-A: a\rX-B: b')],
  ['a zero byte in a header', get('/api/echo', 'X-A: a\0b')],
  ['a zero byte in the address', get('/api/echo\0')],
  ['a space in the address', get('/api/echo x')],
  ['a control in the address', get('/api/echo?\x01')],
  ['a byte above ASCII', get('/api/echo?\xff')],
  ['a name with a space', get('/api/echo', 'X A: b')],
  ['no host', lines('GET /api/echo HTTP/1.1', '')],
  [
    'two hosts beside a whole address',
    get('http://throughcare.test/api/echo', 'Host: evil.example'),
  ],
  ['no host beside a whole address', lines('GET http://throughcare.test/api/echo HTTP/1.1', '')],
  ['two hosts', get('/api/echo', 'Host: evil.example')],
  ['a host that is none', lines('GET /api/echo HTTP/1.1', 'Host: a@b/c?d', '')],
  ['an unknown method', lines('SEND /api/echo HTTP/1.1', 'Host: throughcare.test', '')],
])('turns away %s, and nothing of it goes on', async (_, bytes) => {
  const line = await openLine(edge.url);
  line.say(bytes);
  await expect.poll(line.statuses).toHaveLength(1);
  expect(line.statuses()).toEqual([400]);
  line.say(SMUGGLED);
  await ask(edge, '/api/after');
  // What came behind on the same line can have been a request of its own: never with another's.
  for (const { method, body } of reached()) expect([method, body]).toEqual(['GET', '']);
  expect(reached().filter(({ url }) => url === '/api/echo')).toEqual([]);
});

it.each([
  ['chunked after a tab', `${post('Transfer-Encoding:\tchunked')}0\r\n\r\n`, ''],
  ['a length by another name', post('Content_Length: 300'), ''],
  ['a chunk with a note', `${post('Transfer-Encoding: chunked')}3;a=b\r\nabc\r\n0\r\n\r\n`, 'abc'],
  [
    'a body that looks like a request',
    `${post(`Content-Length: ${SMUGGLED.length}`)}${SMUGGLED}`,
    SMUGGLED,
  ],
])('reads %s as the origin does', async (_, bytes, body) => {
  const line = await openLine(edge.url);
  line.say(bytes + get('/page', 'Connection: close'));
  const heard = await line.over;
  expect(line.statuses()).toEqual([200, 200]);
  expect(heard).toMatch(/The page$/);
  expect(reached().map(({ method, body }) => [method, body])).toEqual([['POST', body]]);
});

it('drops what is said behind a body', async () => {
  const line = await openLine(edge.url);
  const behind = lines('0', 'X-Edge-Token: a', 'X-Client-Address: 9.9.9.9', 'Authorization: b', '');
  line.say(post('Transfer-Encoding: chunked', 'Connection: close') + behind);
  await line.over;
  const [got] = reached();
  expect(got?.headers).toMatchObject({ 'x-client-address': '127.0.0.1' });
  expect(got?.headers).not.toHaveProperty('authorization');
});

it('answers in the order of the requests on one connection, each with its own', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  origin.say('/api/slow', ({ body }) => ({ body: `slow ${body}`, after: promise }));
  const line = await openLine(edge.url);
  line.say(
    lines('POST /api/slow HTTP/1.1', 'Host: throughcare.test', 'Content-Length: 3', '') +
      `abc${get('/page')}` +
      `${post('Content-Length: 3')}def${get('/page', 'Connection: close')}`,
  );
  await expect.poll(() => origin.times('/api/slow')).toBe(1);
  await ask(edge, '/page');
  expect(line.statuses()).toEqual([]);
  resolve();
  const heard = await line.over;
  const words = heard.match(/slow abc|The page|POST \[def\]/g);
  expect(words).toEqual(['slow abc', 'The page', 'POST [def]', 'The page']);
});
