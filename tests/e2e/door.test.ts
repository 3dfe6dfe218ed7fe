import { randomInt } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { describe, expect, inject, it } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { LIMITS } from '#submissions/pipeline/limits.ts';
import type { Found } from '#tests/helpers/answers.ts';
import { as } from '#tests/helpers/colleague.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import {
  newAddress,
  type Posted,
  postAndGo,
  postForm,
  postFrom,
  postJson,
} from '#tests/helpers/post.ts';

const { url } = inject('site');

/** As tests/helpers/site.setup.ts starts the site. */
const FRONT_END = 'https://front.example';
const RATE_LIMIT_FACTOR = 100;
const POSTS_PER_ADDRESS = LIMITS.byAddress.points * RATE_LIMIT_FACTOR;
/** So many posts take 12 s on two idle cores, and much longer beside something else. */
const FLOOD_MS = 300_000;

const SLUG = 'let-us-help';

/** What a visitor types, each time with a number of its own, and a sign that has to be escaped. */
const someone = () => ({
  name: 'Ann <i>O’Hara</i>',
  email: 'ann@mail.example',
  phone: `(212) 555-0142 x${randomInt(10_000, 100_000)}`,
});

const request = (answers: object = someone()) => ({ callToAction: SLUG, answers });

const stored = async ({ phone }: { phone: string }) =>
  (
    await as<Found>(
      'coordinator',
      'GET',
      `/form-submissions?where[phone][equals]=${encodeURIComponent(phone)}&depth=0`,
    )
  ).docs;

const FOREIGN = { Origin: 'https://evil.example' };

async function expectPage({ headers, body }: Posted, kept: string | undefined): Promise<void> {
  expect(headers.get('content-type')).toContain('text/html');
  expect(headers.get('cache-control')).toContain('no-store');
  for (const { tel } of CRISIS_LINES) expect(body).toContain(`href="tel:${tel}"`);
  if (kept) expect(body).toContain(kept);
  expect(body).not.toContain('<i>O’Hara');
  expect(await htmlErrors(body)).toEqual([]);
}

function expectProblem({ status, headers, body }: Posted, code: string): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('cache-control')).toContain('no-store');
  expect(JSON.parse(body)).toEqual({
    type: `/api/openapi.json#${code}`,
    title: expect.any(String),
    status,
    code,
    errors: expect.any(Array),
    crisisLines: CRISIS_LINES.map(({ name, number }) => ({ name, number })),
  });
}

const KEPT = 'Ann &lt;i&gt;O’Hara&lt;/i&gt;';

/** One after the other under one key: the first is taken, and the second is another one. */
async function secondOf<T>(send: (key: string, n: string) => Promise<T>): Promise<T> {
  const key = newKey();
  await send(key, 'First');
  return send(key, 'Second');
}

describe('a form that is not taken gets a page, with what was typed and the phone lines', () => {
  const large = () => ({ ...someone(), message: 'x'.repeat(40_000) });
  it.each<[status: number, why: string, send: () => Promise<Posted>, kept: string | undefined]>([
    [403, 'sent from another site', () => postForm(SLUG, someone(), FOREIGN), KEPT],
    [404, 'no such form', () => postForm('nothing', someone()), KEPT],
    [
      409,
      'another one under its key',
      () => secondOf((key, message) => postForm(SLUG, { ...someone(), message, key })),
      KEPT,
    ],
    [413, 'too long', () => postForm(SLUG, large()), KEPT],
    [413, 'much too long', () => postForm(SLUG, { ...large(), more: 'x'.repeat(3_000_000) }), KEPT],
    [
      415,
      'another type',
      () => postForm(SLUG, someone(), { 'Content-Type': 'text/plain' }),
      undefined,
    ],
    [
      415,
      'files',
      () => postForm(SLUG, someone(), { 'Content-Type': 'multipart/form-data; boundary=x' }),
      undefined,
    ],
    [415, 'compressed', () => postForm(SLUG, someone(), { 'Content-Encoding': 'gzip' }), undefined],
    [422, 'a mistake', () => postForm(SLUG, { ...someone(), email: 'none' }), KEPT],
    [422, 'a field too many', () => postForm(SLUG, { ...someone(), admin: '1' }), KEPT],
    [
      422,
      'hundreds of fields',
      () => postForm(SLUG, `${new URLSearchParams(someone())}${'&a'.repeat(9_000)}`),
      KEPT,
    ],
    [422, 'nothing', () => postForm(SLUG, ''), undefined],
  ])('%d: %s', async (status, _, send, kept) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    await expectPage(answer, kept);
  });

  it('405: sent in another way', async () => {
    const answer = await fetch(`${url}/requests/${SLUG}`, { method: 'PUT', body: 'name=Ann' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    const html = await answer.text();
    expect(html).toContain('href="tel:988"');
    expect(await htmlErrors(html)).toEqual([]);
  });
});

describe('a request that is not taken gets problem details', () => {
  const sendOther = (key: string, message: string) =>
    postJson(request({ ...someone(), message }), { 'Idempotency-Key': key });
  const long = JSON.stringify(request({ ...someone(), message: 'x'.repeat(40_000) }));
  const bomb = gzipSync(Buffer.alloc(1_000_000)).toString('latin1');
  it.each<[status: number, code: string, why: string, send: () => Promise<Posted>]>([
    [403, 'origin', 'sent from another site', () => postJson(request(), FOREIGN)],
    [
      403,
      'origin',
      'its browser says so',
      () => postJson(request(), { 'Sec-Fetch-Site': 'cross-site' }),
    ],
    [409, 'repeated', 'another one under its key', () => secondOf(sendOther)],
    [413, 'too-large', 'too long', () => postJson(long)],
    [413, 'too-large', 'much too long', () => postJson(`"${'x'.repeat(3_000_000)}"`)],
    [
      415,
      'media-type',
      'a form',
      () => postJson('a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    ],
    [415, 'media-type', 'compressed', () => postJson(bomb, { 'Content-Encoding': 'gzip' })],
    [422, 'malformed', 'no JSON', () => postJson('{')],
    [422, 'malformed', 'a list', () => postJson('[]')],
    [
      422,
      'malformed',
      'deep',
      () => postJson(`{"answers":${'['.repeat(15_000)}${']'.repeat(15_000)}}`),
    ],
    [422, 'invalid', 'a mistake', () => postJson(request({ ...someone(), email: 'none' }))],
    [
      422,
      'invalid',
      'the prototype',
      () => postJson(`{"callToAction":"${SLUG}","__proto__":{"a":1},"answers":{}}`),
    ],
    [422, 'invalid', 'no such form', () => postJson({ ...request(), callToAction: { $ne: '' } })],
    [422, 'invalid', 'a key that is none', () => postJson(request(), { 'Idempotency-Key': 'a b' })],
  ])('%d %s: %s', async (status, code, _, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expectProblem(answer, code);
  });

  it('404: below the door there is nothing', async () => {
    expect((await fetch(`${url}/api/requests/nothing`, { method: 'POST' })).status).toBe(404);
  });

  it.each(['GET', 'PUT', 'DELETE'])('405: %s', async (method) => {
    const { status, headers, body } = await fetch(`${url}/api/requests`, { method }).then(
      async (answer) => ({ ...pick(answer), body: await answer.text() }),
    );
    expect([status, headers.get('allow')]).toEqual([405, 'OPTIONS, POST']);
    expectProblem({ status, headers, body }, 'method');
  });
});

const pick = ({ status, headers }: Response) => ({ status, headers });

it('every status of the JSON door is described', async () => {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, { post: { responses: object } }>;
  };
  expect(Object.keys(paths['/api/requests']?.post.responses ?? {})).toEqual([
    '201',
    '403',
    '405',
    '408',
    '409',
    '413',
    '415',
    '422',
    '429',
    '503',
  ]);
});

describe('a listed front end', () => {
  const fromFrontEnd = { Origin: FRONT_END, 'Sec-Fetch-Site': 'cross-site' };
  const preflight = (origin: string) =>
    fetch(`${url}/api/requests`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });

  it('is let in, and can read its receipt and its problems', async () => {
    for (const [answers, status] of [
      [someone(), 201],
      [{}, 422],
    ] as const) {
      const answer = await postJson(request(answers), fromFrontEnd);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('access-control-allow-origin')).toBe(FRONT_END);
      expect(answer.headers.get('access-control-expose-headers')).toContain('Location');
      expect(answer.headers.get('vary')).toContain('Origin');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('is told what it may send; others are not', async () => {
    const { status, headers } = await preflight(FRONT_END);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(FRONT_END);
    expect(headers.get('access-control-allow-methods')).toBe('POST');
    expect(headers.get('access-control-allow-headers')).toBe('Content-Type, Idempotency-Key');
    const other = await preflight('https://evil.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(other.headers.get('vary')).toContain('Origin');
  });

  it('cannot post a form', async () => {
    expect((await postForm(SLUG, someone(), fromFrontEnd)).status).toBe(403);
  });
});

describe('a request is taken once', () => {
  it('of twenty at once under one key, by form and by JSON', async () => {
    const one = someone();
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2
          ? postForm(SLUG, { ...one, key })
          : postJson(request(one), { 'Idempotency-Key': key }),
      ),
    );
    const places = answers.map(
      ({ headers }) => new URL(headers.get('location') ?? '', url).pathname,
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, n) => (n % 2 ? 303 : 201)));
    expect(new Set(places).size).toBe(1);
    expect(new Set(answers.filter((_, n) => n % 2 === 0).map(({ body }) => body)).size).toBe(1);
    expect(await stored(one)).toHaveLength(1);
  });

  it('of twenty at once without a key', async () => {
    const one = someone();
    const answers = await Promise.all(Array.from({ length: 20 }, () => postJson(request(one))));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const receipts = answers.map(({ body }) => JSON.parse(body));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    // Each may be of somebody else, and none acts for another.
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(20);
    expect(await stored(one)).toHaveLength(1);
    for (const { url: path } of receipts) expect((await fetch(`${url}${path}`)).status).toBe(200);
  });

  it('whose answer was lost', async () => {
    const one = someone();
    const key = { 'Idempotency-Key': newKey() };
    await postAndGo(request(one), key);
    // It is stored, and nobody was there to hear it.
    await expect.poll(async () => (await stored(one)).length, { timeout: 10_000 }).toBe(1);
    const { status, body } = await postJson(request(one), key);
    expect(status).toBe(201);
    expect(await stored(one)).toMatchObject([{ reference: JSON.parse(body).reference }]);
  });

  it('and gets the same answer whatever it was asked to compare', async () => {
    const one = request();
    const key = newKey();
    const first = await postJson(one, { 'Idempotency-Key': key });
    const again = await postJson(one, { 'Idempotency-Key': key, 'If-None-Match': '*' });
    expect([again.status, again.body]).toEqual([201, first.body]);
  });
});

describe('where a request came from', () => {
  it('is what our proxies say, and nothing that a client writes', async () => {
    const one = someone();
    const address = newAddress();
    const consent = { text: 'text-messages', version: 1, given: true };
    const answer = await postJson(
      { ...request(one), consent },
      { 'X-Forwarded-For': `192.0.2.1, ${address}`, 'X-Client-Address': '192.0.2.2' },
    );
    expect(answer.status).toBe(201);
    const [submission] = await stored(one);
    const { docs } = await as<Found>(
      'coordinator',
      'GET',
      `/consent-records?where[submission][equals]=${submission?.id}&depth=0`,
    );
    expect(docs).toMatchObject([{ address }]);
  });

  it('is the socket where no proxy stands before it', async () => {
    const one = someone();
    const sent = { ...request(one), consent: { text: 'text-messages', version: 1, given: true } };
    const from = '127.0.0.66';
    expect(await postFrom(from, sent)).toBe(201);
    const [submission] = await stored(one);
    const { docs } = await as<Found>(
      'coordinator',
      'GET',
      `/consent-records?where[submission][equals]=${submission?.id}&depth=0`,
    );
    expect(docs).toMatchObject([{ address: from }]);
  });

  it(
    '429: one address that sends without end is told to wait, at both doors, and no other',
    async () => {
      const headers = { 'X-Forwarded-For': newAddress() };
      const flood = await autocannon({
        url: `${url}/api/requests`,
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: '{}',
        connections: 16,
        amount: POSTS_PER_ADDRESS + 100,
      });
      expect(flood.statusCodeStats).toMatchObject({
        422: { count: POSTS_PER_ADDRESS },
        429: { count: 100 },
      });
      const byJson = await postJson(request(), headers);
      const byForm = await postForm(SLUG, someone(), headers);
      expect([byJson.status, byForm.status]).toEqual([429, 429]);
      expectProblem(byJson, 'too-many');
      await expectPage(byForm, KEPT);
      for (const answer of [byJson, byForm]) {
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect((await postJson(request())).status).toBe(201);
    },
    FLOOD_MS,
  );
});

it.each([
  '/requests/%E0%A4%A',
  '/requests/received/%ff',
  '/api/requests/%E0%A4%A',
  '/%E0%A4%A',
  '/requests/%00',
  '/requests/..%2f..%2fetc',
])('an address that cannot be read is no failure of ours: %s', async (path) => {
  for (const method of ['GET', 'POST']) {
    const { status } = await fetch(`${url}${path}`, { method });
    expect([method, status]).toEqual([method, expect.toSatisfy((s) => s >= 400 && s < 500)]);
  }
});
