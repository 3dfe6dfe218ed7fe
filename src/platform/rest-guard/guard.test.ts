import { expect, it } from 'vitest';
import { signedToken } from '#tests/helpers/signed-token.ts';
import { guarded } from './guard.ts';

const SITE = 'http://throughcare.test/api';

interface Sent {
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const OVERRIDE = {
  'Content-Type': 'application/x-www-form-urlencoded',
  'X-Payload-HTTP-Method-Override': 'GET',
};
const SIGNED_IN = { Cookie: `a=b; payload-token=${await signedToken()}` };

/** The status of the answer, and what came through to the handler if something did. */
async function ask(path: string, { body, method, headers }: Sent = {}) {
  let passed: string | undefined;
  const handler = guarded(async (request: Request) => {
    passed = await request.text();
    return Response.json({});
  });
  const request = new Request(`${SITE}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
  const answer = await handler(request, undefined);
  return { status: answer.status, body: await answer.json(), passed };
}

const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE, path = '/articles') =>
  ask(path, { body, headers });

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
])('passes on a query that can be read: %s', async (path) => {
  expect((await ask(path)).status).toBe(200);
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
])('turns away a query that cannot be read: %s', async (query) => {
  expect(await ask(`/articles?${query}`)).toMatchObject({
    status: 400,
    body: { errors: [{ message: expect.any(String) }] },
    passed: undefined,
  });
});

it.each([
  ['too long', `where[title][equals]=${'x'.repeat(9000)}`],
  ['of too many parts', Array.from({ length: 1001 }, () => 'a=').join('&')],
])('turns away a query that is %s', async (_, query) => {
  expect((await ask(`/articles?${query}`)).status).toBe(414);
});

it.each([
  '/articles/%E0%A4%A',
  '/__proto__/x',
  '/articles/$ne',
  '/articles/%00',
  '/media/file/%ff',
])('turns away an address that cannot be read: %s', async (path) => {
  expect((await ask(path)).status).toBe(400);
});

it('passes on a body as it came', async () => {
  const body = JSON.stringify({ title: 'Words', body: { root: { children: [{ text: '👩‍🚒' }] } } });
  expect(await post(body)).toMatchObject({ status: 200, passed: body });
  expect((await post(form({ _payload: body }), {})).status).toBe(200);
});

it.each([
  ['no body', undefined],
  ['an empty one', ''],
])('takes %s for an object with nothing in it', async (_, body) => {
  const nothing = await ask('/users/logout', { method: 'POST', body });
  expect(nothing).toMatchObject({ status: 200, passed: '{}' });
});

const deep = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

it.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['a word', '"x"'],
  ['a number', '1'],
  ['cut off', '{"title":"x'],
  ['two', '{}{}'],
  ['deep', deep(101)],
  ['of many values', `{"a":[${'0,'.repeat(100_000)}0]}`],
  ['about the prototype', '{"__proto__":{"roles":["admin"]}}'],
  ['about the prototype, inside', '{"a":[{"constructor":{"prototype":{}}}]}'],
  ['an operator', '{"email":{"$ne":""}}'],
  ['a type of the driver', '{"a":{"b":[{"_bsontype":"Long"}]}}'],
  ['half a letter', '{"title":"\\ud800"}'],
  ['half a letter in a name', '{"\\udfff":1}'],
  ['a NUL', '{"title":"a\\u0000b"}'],
  ['no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
])('turns away a body that is %s', async (_, body) => {
  expect(await post(body, { ...JSON_TYPE, ...SIGNED_IN })).toMatchObject({
    status: 400,
    passed: undefined,
  });
});

it('takes what the deepest text of an editor needs', async () => {
  expect((await post(deep(90))).status).toBe(200);
});

it.each([
  ['of no type', {}],
  ['of text', { 'Content-Type': 'text/plain' }],
  ['of a form that is no query', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['compressed', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
  ['JSON for a query', { ...OVERRIDE, ...JSON_TYPE }],
])('turns away a body %s', async (_, headers) => {
  const bytes = new TextEncoder().encode('{}');
  expect((await post(bytes, headers)).status).toBe(415);
});

it.each([
  ['who signs in', '/users/login', 4, {}],
  ['who is nobody', '/articles', 16, {}],
  ['with a cookie that only has the name', '/articles', 16, { Cookie: 'payload-token=x' }],
  ['with a header of some token', '/articles', 16, { Authorization: 'JWT a.b.c' }],
  ['who is signed in', '/articles', 1024, SIGNED_IN],
])('caps what is read from somebody %s', async (_, path, kib, headers) => {
  const words = (size: number) => `{"a":"${'x'.repeat(size - 8)}"}`;
  const all = { ...JSON_TYPE, ...headers };
  expect((await post(words(kib * 1024), all, path)).status).toBe(200);
  expect((await post(words(kib * 1024 + 1), all, path)).status).toBe(413);
});

it.each([
  ['to its end, if it has one', 3, 3],
  ['no further than anybody waits', Number.POSITIVE_INFINITY, 65],
])('lets what is too large go by, %s', async (_, megabytes, most) => {
  let given = 0;
  const large = new ReadableStream({
    pull(controller) {
      if (given >= megabytes) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024));
      given += 1;
    },
  });
  expect((await post(large, { ...JSON_TYPE, ...SIGNED_IN })).status).toBe(413);
  await expect.poll(() => given).toBeGreaterThanOrEqual(Math.min(megabytes, most));
  expect(given).toBeLessThanOrEqual(most + 3);
});

it.each([
  ['a picture for pictures', '/media', 200],
  ['a picture for anything else', '/articles', 400],
])('takes %s', async (_, path, status) => {
  const picture = new Blob([new Uint8Array(100)], { type: 'image/png' });
  const data = form({ _payload: '{"alt":"x"}', file: picture });
  expect((await post(data, SIGNED_IN, path)).status).toBe(status);
});

it('takes no more than a picture', async () => {
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
])('turns away a form with %s', async (_, data) => {
  expect((await post(data, SIGNED_IN, '/media')).status).toBe(400);
});

it('turns away a form that is cut off', async () => {
  const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
  expect(
    (await post('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', type)).status,
  ).toBe(400);
});

it('reads a query that was sent as a form', async () => {
  const query = `where[id][in][]=x&${'where[id][in][]=x&'.repeat(500)}limit=10`;
  expect(await post(query, { ...OVERRIDE, ...SIGNED_IN })).toMatchObject({ status: 200 });
  expect((await post('limit=-1', OVERRIDE)).status).toBe(400);
  expect((await post('limit=1', OVERRIDE, '/articles?depth=1')).status).toBe(400);
});

it.each(['{"email":{},"password":"x"}', '{"email":["a"]}', '{"email":null}'])(
  'turns away a sign-in with something else than words: %s',
  async (body) => {
    expect((await post(body, JSON_TYPE, '/users/login')).status).toBe(400);
  },
);

it('turns away a sign-in by parts with something else than words', async () => {
  const parts = form({ _payload: '{"token":{"toString":1},"password":"x"}' });
  expect((await post(parts, {}, '/users/reset-password')).status).toBe(400);
});

it.each([
  '/payload-jobs/versions',
  '/payload%2Djobs/versions/1?select[a]=1',
  '/payload-jobs/versions/',
  '/payload-preferences/versions/1',
])('has no versions of what Payload keeps for itself: %s', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, passed: undefined });
});
