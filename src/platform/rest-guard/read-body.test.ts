import { expect, it } from 'vitest';
import { JSON_TYPE, OVERRIDE, post, SIGNED_IN, send } from '#tests/helpers/guarded-request.ts';

const form = (fields: Record<string, string | Blob>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

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
