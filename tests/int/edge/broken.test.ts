import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { ask, edgeBefore, how, type TestEdge } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, SHARED, shared } from '#tests/helpers/origin.ts';
import { lines, openLine } from '#tests/helpers/raw-socket.ts';

const FORM = 'Content-Type: application/x-www-form-urlencoded';
const HOST = 'Host: throughcare.test';

let origin: Origin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await openOrigin();
  origin.say('/page', shared('The page'));
  origin.say('/other', shared('The other page'));
  origin.say('/unavailable', shared('<a href="/unavailable">Away</a>'));
  origin.say('/unsent', shared('<form action="/unsent"><input type="hidden" name="kept"/></form>'));
  origin.say('/api/echo', ({ body }) => ({ body: `[${body}]` }));
  edge = await edgeBefore(origin);
});

const words = async (address: string) => (await ask(edge, address)).body.toString();

const head = (...more: string[]) =>
  lines('HTTP/1.1 200 OK', `Cache-Control: ${SHARED}`, 'Content-Type: text/html', ...more, '');

it.each([
  ['dies before the end', `${head('Content-Length: 100')}half`],
  ['dies within a chunk', `${head('Transfer-Encoding: chunked')}10\r\nhalf`],
  ['dies between chunks', `${head('Transfer-Encoding: chunked')}4\r\nhalf\r\n`],
  ['dies within the headers', 'HTTP/1.1 200 OK\r\nCache-Control: public, s-max'],
  ['says nothing', ''],
  ['says something else', 'half a page without any headers'],
  ['gives two lengths', `${head('Content-Length: 4', 'Content-Length: 3')}half`],
  ['gives a length and chunks', `${head('Content-Length: 4', 'Transfer-Encoding: chunked')}half`],
  ['gives more headers than anybody reads', `${head(`X-A: ${'x'.repeat(20_000)}`)}half`],
  [
    'wants to speak something else',
    'HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: a\r\n\r\n',
  ],
])('keeps nothing of an origin that %s, and goes on with what it has', async (_, bytes) => {
  origin.say('/page', { bytes });
  const got = await ask(edge, '/page');
  expect([got.status, got.body.toString()]).toEqual([503, '<a href="/page">Away</a>']);
  expect(await words('/other')).toBe('The other page');
  origin.say('/page', shared('The page'));
  await expect.poll(() => words('/page')).toBe('The page');
});

it('takes nothing of what an origin says behind the end of an answer', async () => {
  const more = `${head('Content-Length: 6')}poison`;
  origin.say('/page', { bytes: `${head('Content-Length: 4')}good${more}` });
  expect(await words('/page')).toBe('good');
  for (const address of ['/other', '/page', '/list', '/', '/old']) {
    expect(await words(address)).not.toContain('poison');
  }
});

it.each([
  ['a control sign', 'X-A: a\x01b'],
  ['letters beyond ASCII', 'X-A: \xc3\xbc \xff'],
])('goes on after an origin put %s into a header', async (_, header) => {
  origin.say('/page', { bytes: `${head(header, 'Content-Length: 4')}page` });
  for (let n = 0; n < 3; n += 1) await ask(edge, '/page');
  expect(await words('/other')).toBe('The other page');
});

it('hangs up on a visitor for whom an answer broke off, so that half is not taken for the whole', async () => {
  for (const length of ['Content-Length: 100', 'Transfer-Encoding: chunked']) {
    origin.say('/api/half', { bytes: `${head(length)}4\r\nhalf\r\n` });
    const line = await openLine(edge.url);
    line.say(lines('GET /api/half HTTP/1.1', HOST, ''));
    const heard = await line.over;
    expect(heard).toContain('half');
    expect(heard).not.toContain('0\r\n\r\n');
  }
  expect(await words('/page')).toBe('The page');
});

it('lets an origin answer before it has heard all', async () => {
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
  const before = await edgeBefore({ url });
  for (const type of ['Content-Type: application/json', FORM]) {
    const line = await openLine(before.url);
    line.say(lines('POST /api/echo HTTP/1.1', HOST, type, 'Content-Length: 9000000', ''));
    line.say('x'.repeat(5_000_000));
    await expect.poll(line.heard).toMatch(/ 413 .*Too much/s);
  }
});

it('does not have others wait for one who is slow, and gives up on who is too slow', async () => {
  const slow = await edgeBefore(origin, { limits: { headersTimeout: 200, requestTimeout: 400 } });
  const half = [
    'GET /page HTTP/1.1\r\nHost: thr',
    lines('POST /requests/a HTTP/1.1', HOST, FORM, 'Content-Length: 100', '') + 'name=A',
    lines('POST /api/echo HTTP/1.1', HOST, 'Content-Length: 100', '') + '{"name"',
    lines('GET /api/echo HTTP/1.1', HOST, 'Transfer-Encoding: chunked', '') + '100\r\nab',
  ];
  const held = await Promise.all(half.map(() => openLine(slow.url)));
  for (const [n, line] of held.entries()) line.say(half[n] ?? '');
  expect((await ask(slow, '/page')).body.toString()).toBe('The page');
  expect((await ask(slow, '/api/echo', { method: 'POST', body: 'b' })).body.toString()).toBe('[b]');
  for (const line of held) {
    await line.over;
    expect(line.statuses()).toEqual([408]);
  }
  expect(origin.asked.filter(({ body }) => body !== 'b' && body !== '')).toEqual([]);
});

it('answers what needs no body at once, however slowly one comes', async () => {
  const line = await openLine(edge.url);
  line.say(`${lines('GET /page HTTP/1.1', HOST, 'Content-Length: 100', '')}ab`);
  await expect.poll(line.heard).toMatch(/The page$/);
});

it('lets go of who vanishes, and of what it has asked for them', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  origin.say('/page', { ...shared('The page'), after: promise });
  origin.say('/api/slow', { body: 'slow', after: promise });
  const gone = [
    lines('GET /page HTTP/1.1', HOST, ''),
    lines('GET /api/slow HTTP/1.1', HOST, ''),
    lines('POST /api/slow HTTP/1.1', HOST, 'Content-Length: 2', '') + 'ab',
  ];
  const cut = [
    lines('POST /requests/a HTTP/1.1', HOST, FORM, 'Content-Length: 100', '') + 'name=A',
    lines('POST /api/echo HTTP/1.1', HOST, 'Content-Length: 100', '') + '{"name"',
    'GET /page HTTP/1.1\r\nHost: thr',
  ];
  for (const bytes of [...gone, ...cut]) {
    const line = await openLine(edge.url);
    line.say(bytes);
    if (gone.includes(bytes)) {
      const [, address = ''] = bytes.split(' ');
      const times = origin.times(address);
      await expect.poll(() => origin.times(address)).toBeGreaterThanOrEqual(Math.max(1, times));
    }
    line.vanish();
    await line.over;
  }
  resolve();
  // Who comes then has what was made for somebody who did not wait.
  await expect.poll(async () => how(await ask(edge, '/page'))).toBe('throughcare; hit');
  expect(origin.times('/page')).toBe(1);
  expect(origin.times('/requests/a')).toBe(0);
});
