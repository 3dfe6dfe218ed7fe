import { expect, it } from 'vitest';
import { signToken } from '#tests/helpers/sign-token.ts';
import { guardRest } from './guard.ts';

const SITE = 'http://throughcare.test/api';

interface RequestOptions {
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const OVERRIDE = {
  'Content-Type': 'application/x-www-form-urlencoded',
  'X-Payload-HTTP-Method-Override': 'GET',
};
const SIGNED_IN = { Cookie: `a=b; payload-token=${await signToken()}` };

/** Returns the response, and the body that reached the handler; undefined if none did. */
async function send(path: string, { body, method, headers }: RequestOptions = {}) {
  let forwardedBody: string | undefined;
  const handler = guardRest(async (request: Request) => {
    forwardedBody = await request.text();
    return Response.json({});
  });
  const request = new Request(`${SITE}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
  const response = await handler(request, undefined);
  return { status: response.status, body: await response.json(), forwardedBody };
}

const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE, path = '/articles') =>
  send(path, { body, headers });

const form = (fields: Record<string, string | Blob>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

it.each([
  '/articles',
  '/articles?limit=10&page=2&depth=1&sort=-publishedAt,title&locale=en&draft=true',
  '/articles?where[or][0][and][0][title][equals]=a+b&where[or][1][slug][in][]=x&select[title]=true',
  '/articles?where=%7B%22title%22%3A%7B%22equals%22%3A%22x%22%7D%7D',
  '/articles?sort[]=title&sort[]=-slug&fallback-locale=null&limit=',
])('forwards a valid query: %s', async (path) => {
  expect((await send(path)).status).toBe(200);
});

it.each([
  ...['-1', '1e99', '1.5', 'x', '0x10', '10000', 'Infinity', 'NaN'].map((n) => `limit=${n}`),
  ...['0', '-1', '1e99', 'x'].map((n) => `page=${n}`),
  ...['100', '-1', 'x'].map((n) => `depth=${n}`),
  'limit=1&limit=2',
  'limit[]=1',
  'limit[$gt]=1',
  'sort[a]=b',
  'sort=$where',
  'sort=title;drop',
  'select=x',
  'populate=x',
  'locale[]=en',
  'locale=$ne',
  'draft=maybe',
  'where=x',
  'where=%7B%22title%22%3A%7B%22%24ne%22%3A1%7D%7D',
  'where[title][near]=1,2',
  'where=%7B%22title%22%3A%7B%22near%22%3A1%7D%7D',
  'where=null',
  'sort=',
  'where=%7B%22title%22%3A%7B%22n%5Cu0065ar%22%3A%221%2C2%22%7D%7D',
  'where=%7B%22title%22%3A%7B%22lik%5Cu0065%22%3A%7B%22toString%22%3A1%7D%7D%7D',
  'where=%7B%22and%22%3A%5Bnull%5D%7D',
  'where=%7B%22title%22%3Anull%7D',
  'where=%7B%22or%22%3A%5B%7B%22title%22%3Anull%7D%5D%7D',
  'where=%7B%22title%22%3A%7B%22contains%22%3Anull%7D%7D',
  'where=[]',
  'where[title][$ne]=1',
  'where[__proto__][equals]=1',
  'where[constructor][prototype][x]=1',
  'where[title][equals][_bsontype]=x',
  'where=%7B%22id%22%3A%7B%22in%22%3A%5B%7B%22_bsontype%22%3A%22ObjectId%22%7D%5D%7D%7D',
  'where[title][like][]=x',
  'where[title][like][a]=x',
  'where[title][contains]=x&where[title][contains]=y',
  'where=%7B%22title%22%3A%7B%22like%22%3A%5B1%5D%7D%7D',
  'where[title][equals]=%00',
  'where[title][equals]=%E0%A4%A',
  'where[title][equals]=%ED%A0%80',
  `where${'[or][0]'.repeat(5)}[title][equals]=1`,
])('rejects an invalid query: %s', async (query) => {
  expect(await send(`/articles?${query}`)).toMatchObject({
    status: 400,
    body: { errors: [{ message: expect.any(String) }] },
    forwardedBody: undefined,
  });
});

it.each([
  ['too long', `where[title][equals]=${'x'.repeat(9000)}`],
  ['of too many parts', Array.from({ length: 1001 }, () => 'a=').join('&')],
])('rejects a query that is %s', async (_, query) => {
  expect((await send(`/articles?${query}`)).status).toBe(414);
});

it.each([
  '/articles/%E0%A4%A',
  '/__proto__/x',
  '/articles/$ne',
  '/articles/%00',
  '/media/file/%ff',
])('rejects an invalid path: %s', async (path) => {
  expect((await send(path)).status).toBe(400);
});

it('forwards a body unchanged', async () => {
  const body = JSON.stringify({ title: 'Words', body: { root: { children: [{ text: '👩‍🚒' }] } } });
  expect(await post(body)).toMatchObject({ status: 200, forwardedBody: body });
  expect((await post(form({ _payload: body }), {})).status).toBe(200);
});

it.each([
  ['a missing body', undefined],
  ['an empty body', ''],
])('replaces %s with an empty object', async (_, body) => {
  const response = await send('/users/logout', { method: 'POST', body });
  expect(response).toMatchObject({ status: 200, forwardedBody: '{}' });
});

const deep = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

it.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['a word', '"x"'],
  ['a number', '1'],
  ['cut off', '{"title":"x'],
  ['two objects', '{}{}'],
  ['too deep', deep(101)],
  ['of too many values', `{"a":[${'0,'.repeat(100_000)}0]}`],
  ['prototype pollution', '{"__proto__":{"roles":["admin"]}}'],
  ['nested prototype pollution', '{"a":[{"constructor":{"prototype":{}}}]}'],
  ['an operator', '{"email":{"$ne":""}}'],
  ['a type of the driver', '{"a":{"b":[{"_bsontype":"Long"}]}}'],
  ['text with a lone surrogate', '{"title":"\\ud800"}'],
  ['a name with a lone surrogate', '{"\\udfff":1}'],
  ['a NUL', '{"title":"a\\u0000b"}'],
  ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
])('rejects a body that is %s', async (_, body) => {
  expect(await post(body, { ...JSON_TYPE, ...SIGNED_IN })).toMatchObject({
    status: 400,
    forwardedBody: undefined,
  });
});

it('accepts the depth of the deepest rich text', async () => {
  expect((await post(deep(90))).status).toBe(200);
});

it.each([
  ['of no type', {}],
  ['of text', { 'Content-Type': 'text/plain' }],
  ['of a form that is no query', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['compressed', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
  ['JSON for a query', { ...OVERRIDE, ...JSON_TYPE }],
])('rejects a body %s', async (_, headers) => {
  const bytes = new TextEncoder().encode('{}');
  expect((await post(bytes, headers)).status).toBe(415);
});

it.each([
  ['of a sign-in', '/users/login', 4, {}],
  ['without a session', '/articles', 16, {}],
  ['with an unsigned cookie', '/articles', 16, { Cookie: 'payload-token=x' }],
  ['with a token in a header', '/articles', 16, { Authorization: 'JWT a.b.c' }],
  ['with a session', '/articles', 1024, SIGNED_IN],
])('limits the body of a request %s', async (_, path, kib, headers) => {
  const bodyOf = (size: number) => `{"a":"${'x'.repeat(size - 8)}"}`;
  const allHeaders = { ...JSON_TYPE, ...headers };
  expect((await post(bodyOf(kib * 1024), allHeaders, path)).status).toBe(200);
  expect((await post(bodyOf(kib * 1024 + 1), allHeaders, path)).status).toBe(413);
});

it.each([
  ['to its end', 3, 3],
  ['up to 64 MiB', Number.POSITIVE_INFINITY, 65],
])('discards a body that is too large %s', async (_, megabytes, most) => {
  let sentMegabytes = 0;
  const large = new ReadableStream({
    pull(controller) {
      if (sentMegabytes >= megabytes) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024));
      sentMegabytes += 1;
    },
  });
  expect((await post(large, { ...JSON_TYPE, ...SIGNED_IN })).status).toBe(413);
  await expect.poll(() => sentMegabytes).toBeGreaterThanOrEqual(Math.min(megabytes, most));
  expect(sentMegabytes).toBeLessThanOrEqual(most + 3);
});

it.each([
  ['accepts a picture for media', '/media', 200],
  ['rejects a picture for anything else', '/articles', 400],
])('%s', async (_, path, status) => {
  const picture = new Blob([new Uint8Array(100)], { type: 'image/png' });
  const data = form({ _payload: '{"alt":"x"}', file: picture });
  expect((await post(data, SIGNED_IN, path)).status).toBe(status);
});

it('rejects a picture that is too large', async () => {
  const size = 12 * 1024 * 1024 + 1;
  const picture = form({ file: new Blob([new Uint8Array(size)], { type: 'image/png' }) });
  expect((await post(picture, SIGNED_IN, '/media')).status).toBe(413);
});

it.each([
  ['null', form({ _payload: 'null' })],
  ['an operator', form({ _payload: '{"a":{"$gt":""}}' })],
  ['no JSON', form({ _payload: '{' })],
  ['the name of a file', form({ file: '{"filename":"../x"}' })],
  ['a NUL', form({ a: '\u0000' })],
  ['nothing', form({})],
  ['no document', form({ title: 'x' })],
  ['a file alone', form({ file: new Blob([new Uint8Array(9)], { type: 'image/png' }) })],
  [
    'many parts',
    form({
      _payload: '{}',
      ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`a${at}`, ''])),
    }),
  ],
])('rejects a form with %s', async (_, data) => {
  expect((await post(data, SIGNED_IN, '/media')).status).toBe(400);
});

it('rejects a truncated form', async () => {
  const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
  expect(
    (await post('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', type)).status,
  ).toBe(400);
});

it('accepts a query in the body of a POST', async () => {
  const query = `where[id][in][]=x&${'where[id][in][]=x&'.repeat(500)}limit=10`;
  expect(await post(query, { ...OVERRIDE, ...SIGNED_IN })).toMatchObject({ status: 200 });
  expect((await post('limit=-1', OVERRIDE)).status).toBe(400);
  expect((await post('limit=1', OVERRIDE, '/articles?depth=1')).status).toBe(400);
});

it.each(['{"email":{},"password":"x"}', '{"email":["a"]}', '{"email":null}'])(
  'rejects a sign-in with values that are not text: %s',
  async (body) => {
    expect((await post(body, JSON_TYPE, '/users/login')).status).toBe(400);
  },
);

it('rejects a multipart sign-in with values that are not text', async () => {
  const parts = form({ _payload: '{"token":{"toString":1},"password":"x"}' });
  expect((await post(parts, {}, '/users/reset-password')).status).toBe(400);
});

it.each([
  '/payload-jobs/versions',
  '/payload%2Djobs/versions/1?select[a]=1',
  '/payload-jobs/versions/',
  '/payload-preferences/versions/1',
])('hides the versions of Payload’s own collections: %s', async (path) => {
  expect(await send(path)).toMatchObject({ status: 404, forwardedBody: undefined });
});
