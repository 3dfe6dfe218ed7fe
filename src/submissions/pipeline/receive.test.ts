import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { MOST_VALUES } from './body-limits.ts';
import { receiveForm, receiveJson } from './receive.ts';

const SITE = 'https://example.org';
const ORIGINS = { site: SITE, listed: ['https://front.example'] };

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const post = (body: string | Buffer, headers: IncomingHttpHeaders = {}): IncomingMessage => {
  const type = { 'content-type': 'application/x-www-form-urlencoded', host: 'example.org' };
  return Object.assign(Readable.from(chunks(Buffer.from(body))), {
    headers: { ...type, ...headers },
  }) as unknown as IncomingMessage;
};

function* chunks(body: Buffer) {
  for (let start = 0; start < body.length; start += 1000) yield body.subarray(start, start + 1000);
}

const json = (body: string, headers: IncomingHttpHeaders = {}) =>
  receiveJson(
    post(body, { 'content-type': 'application/json; charset=UTF-8', ...headers }),
    ORIGINS,
  );

test('a form of this site is taken', async () => {
  const { typed, refused } = await receiveForm(
    post('name=Ann+%C3%A9&a=1&a=2', { origin: SITE, 'sec-fetch-site': 'same-origin' }),
    ORIGINS,
  );
  expect({ typed, refused }).toEqual({
    typed: { name: 'Ann é', a: ['1', '2'] },
    refused: undefined,
  });
});

test.each([
  ['names no origin', {}],
  ['reached the site by another name', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
  [
    'hides its origin, but says that it is ours',
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ],
])('a browser that %s is not turned away', async (_, headers) => {
  expect((await receiveForm(post('a=1', headers), ORIGINS)).refused).toBeUndefined();
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['another port', { origin: 'https://example.org:8443' }],
  ['no address', { origin: 'nonsense' }],
  ['a hidden origin', { origin: 'null' }],
  ['a cross-site post without origin', { 'sec-fetch-site': 'cross-site' }],
])('a post of %s is refused, and what was typed is kept', async (_, headers) => {
  const { typed, refused } = await receiveForm(post('name=Ann', headers), ORIGINS);
  expect(refused?.code).toBe('origin');
  expect(typed).toEqual({ name: 'Ann' });
  await expect(json('{}', headers)).rejects.toMatchObject({ code: 'origin' });
});

test('of a form that is too large, what could be read is kept', async () => {
  const { typed, refused } = await receiveForm(
    post(`name=Ann&message=${'%C3%A9'.repeat(9000)}`),
    ORIGINS,
  );
  expect(refused?.code).toBe('too-large');
  expect(typed.name).toBe('Ann');
  expect(typed.message).toMatch(/^é{5000,}$/);
  await expect(json(`"${'x'.repeat(40_000)}"`)).rejects.toMatchObject({ code: 'too-large' });
});

test('of what is far too large, the rest goes by: nothing stands before the next request', async () => {
  const sent = post(Buffer.alloc(2 * 1024 * 1024, 'x'));
  expect((await receiveForm(sent, ORIGINS)).refused?.code).toBe('too-large');
  await expect.poll(() => sent.readableEnded).toBe(true);
});

test('the limit itself is not too large', async () => {
  const body = `a=${'x'.repeat(32 * 1024 - 2)}`;
  expect((await receiveForm(post(body), ORIGINS)).refused).toBeUndefined();
  expect((await receiveForm(post(`${body}x`), ORIGINS)).refused?.code).toBe('too-large');
});

test.each([
  ['text', { 'content-type': 'text/plain' }],
  ['files', { 'content-type': 'multipart/form-data; boundary=x' }],
  ['nothing', { 'content-type': undefined }],
  ['something compressed', { 'content-encoding': 'gzip' }],
  ['another alphabet', { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' }],
])('a post of %s is refused', async (_, headers) => {
  expect((await receiveForm(post('a=1', headers), ORIGINS)).refused?.code).toBe('media-type');
  await expect(json('{}', headers)).rejects.toMatchObject({ code: 'media-type' });
});

test('a listed front end is none of ours at a form, and ours at the JSON door', async () => {
  const headers = { origin: 'https://front.example', 'sec-fetch-site': 'cross-site' };
  expect((await receiveForm(post('a=1', headers), ORIGINS)).refused?.code).toBe('origin');
  expect(await json('{}', headers)).toBe('{}');
});

test('more fields than any form has are refused, and the first of them kept', async () => {
  const began = performance.now();
  const { typed, refused } = await receiveForm(post(`name=Ann&${'a&'.repeat(16_000)}`), ORIGINS);
  expect(refused?.code).toBe('malformed');
  expect(typed.name).toBe('Ann');
  expect(typed.a).toHaveLength(MOST_VALUES - 1);
  expect(performance.now() - began).toBeLessThan(200);
});

test('a sender that goes in the middle is no failure of ours', async () => {
  const req = Object.assign(
    Readable.from(
      (async function* () {
        yield Buffer.from('name=An');
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
      })(),
    ),
    { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ) as unknown as IncomingMessage;
  expect((await receiveForm(req, ORIGINS)).refused?.code).toBe('malformed');
});

test('what is much too large does not hold up the next on its connection', async () => {
  const server = createServer(async (req, res) => {
    const { refused } = await receiveForm(req, ORIGINS);
    res.end(refused?.code ?? 'taken');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = async (body: string) => {
    const req = request({
      port: (server.address() as AddressInfo).port,
      host: '127.0.0.1',
      method: 'POST',
      agent,
      headers: FORM,
    });
    req.end(body);
    const [answer] = (await once(req, 'response')) as [IncomingMessage];
    return text(answer);
  };
  expect(await send(`a=${'x'.repeat(5_000_000)}`)).toBe('too-large');
  const began = performance.now();
  expect(await send('a=1')).toBe('taken');
  // Held up, it would wait until the server gives the connection up, after five seconds.
  expect(performance.now() - began).toBeLessThan(2_000);
  agent.destroy();
  server.close();
});
