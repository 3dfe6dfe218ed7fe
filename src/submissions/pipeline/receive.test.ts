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
import { MAX_VALUES } from './body-limits.ts';
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

test('accepts a form of this site', async () => {
  const { typed, error } = await receiveForm(
    post('name=Ann+%C3%A9&a=1&a=2', { origin: SITE, 'sec-fetch-site': 'same-origin' }),
    ORIGINS,
  );
  expect({ typed, error }).toEqual({
    typed: { name: 'Ann é', a: ['1', '2'] },
    error: undefined,
  });
});

test.each([
  ['names no origin', {}],
  ['uses another name of the site', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
  [
    'hides its origin, but says that it is the same',
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ],
])('accepts a browser that %s', async (_, headers) => {
  expect((await receiveForm(post('a=1', headers), ORIGINS)).error).toBeUndefined();
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['another port', { origin: 'https://example.org:8443' }],
  ['no address', { origin: 'nonsense' }],
  ['a hidden origin', { origin: 'null' }],
  ['a cross-site post without origin', { 'sec-fetch-site': 'cross-site' }],
])('rejects a post of %s, and returns the typed fields', async (_, headers) => {
  const { typed, error } = await receiveForm(post('name=Ann', headers), ORIGINS);
  expect(error?.code).toBe('origin');
  expect(typed).toEqual({ name: 'Ann' });
  await expect(json('{}', headers)).rejects.toMatchObject({ code: 'origin' });
});

test('rejects a form that is too large, and returns the fields that could be read', async () => {
  const { typed, error } = await receiveForm(
    post(`name=Ann&message=${'%C3%A9'.repeat(9000)}`),
    ORIGINS,
  );
  expect(error?.code).toBe('too-large');
  expect(typed.name).toBe('Ann');
  expect(typed.message).toMatch(/^é{5000,}$/);
  await expect(json(`"${'x'.repeat(40_000)}"`)).rejects.toMatchObject({ code: 'too-large' });
});

test('discards the rest of a body that is far too large', async () => {
  const req = post(Buffer.alloc(2 * 1024 * 1024, 'x'));
  expect((await receiveForm(req, ORIGINS)).error?.code).toBe('too-large');
  await expect.poll(() => req.readableEnded).toBe(true);
});

test('accepts a body of exactly the maximum size', async () => {
  const body = `a=${'x'.repeat(32 * 1024 - 2)}`;
  expect((await receiveForm(post(body), ORIGINS)).error).toBeUndefined();
  expect((await receiveForm(post(`${body}x`), ORIGINS)).error?.code).toBe('too-large');
});

test.each([
  ['text', { 'content-type': 'text/plain' }],
  ['files', { 'content-type': 'multipart/form-data; boundary=x' }],
  ['nothing', { 'content-type': undefined }],
  ['something compressed', { 'content-encoding': 'gzip' }],
  ['another alphabet', { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' }],
])('rejects a post of %s', async (_, headers) => {
  expect((await receiveForm(post('a=1', headers), ORIGINS)).error?.code).toBe('media-type');
  await expect(json('{}', headers)).rejects.toMatchObject({ code: 'media-type' });
});

test('accepts a listed front end for JSON, but not for forms', async () => {
  const headers = { origin: 'https://front.example', 'sec-fetch-site': 'cross-site' };
  expect((await receiveForm(post('a=1', headers), ORIGINS)).error?.code).toBe('origin');
  expect(await json('{}', headers)).toBe('{}');
});

test('rejects more fields than any form has, and returns the first of them', async () => {
  const began = performance.now();
  const { typed, error } = await receiveForm(post(`name=Ann&${'a&'.repeat(16_000)}`), ORIGINS);
  expect(error?.code).toBe('malformed');
  expect(typed.name).toBe('Ann');
  expect(typed.a).toHaveLength(MAX_VALUES - 1);
  expect(performance.now() - began).toBeLessThan(200);
});

test('rejects a body as malformed if the client disconnects', async () => {
  const req = Object.assign(
    Readable.from(
      (async function* () {
        yield Buffer.from('name=An');
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
      })(),
    ),
    { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ) as unknown as IncomingMessage;
  expect((await receiveForm(req, ORIGINS)).error?.code).toBe('malformed');
});

test('does not delay the next request on the connection after a body that is far too large', async () => {
  const server = createServer(async (req, res) => {
    const { error } = await receiveForm(req, ORIGINS);
    res.end(error?.code ?? 'accepted');
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
    const [response] = (await once(req, 'response')) as [IncomingMessage];
    return text(response);
  };
  expect(await send(`a=${'x'.repeat(5_000_000)}`)).toBe('too-large');
  const began = performance.now();
  expect(await send('a=1')).toBe('accepted');
  // If delayed, it would wait until the server closes the connection, after five seconds.
  expect(performance.now() - began).toBeLessThan(2_000);
  agent.destroy();
  server.close();
});
