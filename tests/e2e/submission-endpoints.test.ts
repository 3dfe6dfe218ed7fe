import { randomInt } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { describe, expect, inject, it } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { LIMITS } from '#submissions/pipeline/rate-limits.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import {
  type PostResponse,
  postAndDisconnect,
  postForm,
  postJson,
  postJsonFrom,
  randomAddress,
} from '#tests/helpers/post-submission.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';

const { url } = inject('site');

/** Settings of the shared site, from tests/helpers/site.setup.ts. */
const FRONT_END = 'https://front.example';
const RATE_LIMIT_FACTOR = 100;
const POSTS_PER_ADDRESS = LIMITS.byAddress.points * RATE_LIMIT_FACTOR;
/** The flood takes 12 s on two idle cores, and much longer on a busy machine. */
const FLOOD_TIMEOUT_MS = 300_000;

const SLUG = 'let-us-help';

/** Returns answers with a unique phone number, and a name that has to be escaped in HTML. */
const createAnswers = () => ({
  name: 'Ann <i>O’Hara</i>',
  email: 'ann@mail.example',
  phone: `(212) 555-0142 x${randomInt(10_000, 100_000)}`,
});

const createSubmission = (answers: object = createAnswers()) => ({ callToAction: SLUG, answers });

const findSubmissions = async ({ phone }: { phone: string }) =>
  (
    await restAs<FindResult>(
      'coordinator',
      'GET',
      `/form-submissions?where[phone][equals]=${encodeURIComponent(phone)}&depth=0`,
    )
  ).docs;

const FOREIGN_ORIGIN = { Origin: 'https://evil.example' };

async function expectErrorPage(
  { headers, body }: PostResponse,
  echoed: string | undefined,
): Promise<void> {
  expect(headers.get('content-type')).toContain('text/html');
  expect(headers.get('cache-control')).toContain('no-store');
  for (const { tel } of CRISIS_LINES) expect(body).toContain(`href="tel:${tel}"`);
  if (echoed) expect(body).toContain(echoed);
  expect(body).not.toContain('<i>O’Hara');
  expect(await htmlErrors(body)).toEqual([]);
}

function expectProblem({ status, headers, body }: PostResponse, code: string): void {
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

const ESCAPED_NAME = 'Ann &lt;i&gt;O’Hara&lt;/i&gt;';

/** Sends two different submissions under one key, and returns the response to the second. */
async function sendConflicting<T>(send: (key: string, message: string) => Promise<T>): Promise<T> {
  const key = newIdempotencyKey();
  await send(key, 'First');
  return send(key, 'Second');
}

describe('rejects a form with a page that has what was typed and the crisis lines', () => {
  const large = () => ({ ...createAnswers(), message: 'x'.repeat(40_000) });
  it.each<
    [status: number, why: string, send: () => Promise<PostResponse>, echoed: string | undefined]
  >([
    [
      403,
      'posted from another site',
      () => postForm(SLUG, createAnswers(), FOREIGN_ORIGIN),
      ESCAPED_NAME,
    ],
    [404, 'an unknown form', () => postForm('nothing', createAnswers()), ESCAPED_NAME],
    [
      409,
      'another submission under the same key',
      () => sendConflicting((key, message) => postForm(SLUG, { ...createAnswers(), message, key })),
      ESCAPED_NAME,
    ],
    [413, 'too large', () => postForm(SLUG, large()), ESCAPED_NAME],
    [
      413,
      'much too large',
      () => postForm(SLUG, { ...large(), more: 'x'.repeat(3_000_000) }),
      ESCAPED_NAME,
    ],
    [
      415,
      'another media type',
      () => postForm(SLUG, createAnswers(), { 'Content-Type': 'text/plain' }),
      undefined,
    ],
    [
      415,
      'files',
      () => postForm(SLUG, createAnswers(), { 'Content-Type': 'multipart/form-data; boundary=x' }),
      undefined,
    ],
    [
      415,
      'compressed',
      () => postForm(SLUG, createAnswers(), { 'Content-Encoding': 'gzip' }),
      undefined,
    ],
    [
      422,
      'an invalid value',
      () => postForm(SLUG, { ...createAnswers(), email: 'none' }),
      ESCAPED_NAME,
    ],
    [
      422,
      'an unknown field',
      () => postForm(SLUG, { ...createAnswers(), admin: '1' }),
      ESCAPED_NAME,
    ],
    [
      422,
      'hundreds of fields',
      () => postForm(SLUG, `${new URLSearchParams(createAnswers())}${'&a'.repeat(9_000)}`),
      ESCAPED_NAME,
    ],
    [422, 'an empty body', () => postForm(SLUG, ''), undefined],
  ])('%d: %s', async (status, _, send, echoed) => {
    const response = await send();
    expect(response.status).toBe(status);
    await expectErrorPage(response, echoed);
  });

  it('405: another method', async () => {
    const response = await fetch(`${url}/requests/${SLUG}`, { method: 'PUT', body: 'name=Ann' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    const html = await response.text();
    expect(html).toContain('href="tel:988"');
    expect(await htmlErrors(html)).toEqual([]);
  });
});

describe('rejects a JSON submission with problem details', () => {
  const sendWithKey = (key: string, message: string) =>
    postJson(createSubmission({ ...createAnswers(), message }), { 'Idempotency-Key': key });
  const tooLarge = JSON.stringify(
    createSubmission({ ...createAnswers(), message: 'x'.repeat(40_000) }),
  );
  const bomb = gzipSync(Buffer.alloc(1_000_000)).toString('latin1');
  it.each<[status: number, code: string, why: string, send: () => Promise<PostResponse>]>([
    [403, 'origin', 'posted from another site', () => postJson(createSubmission(), FOREIGN_ORIGIN)],
    [
      403,
      'origin',
      'a browser that reports another site',
      () => postJson(createSubmission(), { 'Sec-Fetch-Site': 'cross-site' }),
    ],
    [409, 'repeated', 'another submission under the same key', () => sendConflicting(sendWithKey)],
    [413, 'too-large', 'too large', () => postJson(tooLarge)],
    [413, 'too-large', 'much too large', () => postJson(`"${'x'.repeat(3_000_000)}"`)],
    [
      415,
      'media-type',
      'a form',
      () => postJson('a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    ],
    [415, 'media-type', 'compressed', () => postJson(bomb, { 'Content-Encoding': 'gzip' })],
    [422, 'malformed', 'invalid JSON', () => postJson('{')],
    [422, 'malformed', 'a list', () => postJson('[]')],
    [
      422,
      'malformed',
      'deep nesting',
      () => postJson(`{"answers":${'['.repeat(15_000)}${']'.repeat(15_000)}}`),
    ],
    [
      422,
      'invalid',
      'an invalid value',
      () => postJson(createSubmission({ ...createAnswers(), email: 'none' })),
    ],
    [
      422,
      'invalid',
      'a prototype key',
      () => postJson(`{"callToAction":"${SLUG}","__proto__":{"a":1},"answers":{}}`),
    ],
    [
      422,
      'invalid',
      'an unknown form',
      () => postJson({ ...createSubmission(), callToAction: { $ne: '' } }),
    ],
    [
      422,
      'invalid',
      'an invalid key',
      () => postJson(createSubmission(), { 'Idempotency-Key': 'a b' }),
    ],
  ])('%d %s: %s', async (status, code, _, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expectProblem(response, code);
  });

  it('404: a path below the endpoint', async () => {
    expect((await fetch(`${url}/api/requests/nothing`, { method: 'POST' })).status).toBe(404);
  });

  it.each(['GET', 'PUT', 'DELETE'])('405: %s', async (method) => {
    const { status, headers, body } = await fetch(`${url}/api/requests`, { method }).then(
      async (response) => ({ ...pickStatusAndHeaders(response), body: await response.text() }),
    );
    expect([status, headers.get('allow')]).toEqual([405, 'OPTIONS, POST']);
    expectProblem({ status, headers, body }, 'method');
  });
});

const pickStatusAndHeaders = ({ status, headers }: Response) => ({ status, headers });

it('documents every status of the submissions API in OpenAPI', async () => {
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

describe('a front end in CORS_ORIGINS', () => {
  const fromFrontEnd = { Origin: FRONT_END, 'Sec-Fetch-Site': 'cross-site' };
  const preflight = (origin: string) =>
    fetch(`${url}/api/requests`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });

  it('may send submissions, and read receipts and problem details', async () => {
    for (const [answers, status] of [
      [createAnswers(), 201],
      [{}, 422],
    ] as const) {
      const response = await postJson(createSubmission(answers), fromFrontEnd);
      expect(response.status).toBe(status);
      expect(response.headers.get('access-control-allow-origin')).toBe(FRONT_END);
      expect(response.headers.get('access-control-expose-headers')).toContain('Location');
      expect(response.headers.get('vary')).toContain('Origin');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('gets the allowed methods and headers from a preflight; another origin does not', async () => {
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
    expect((await postForm(SLUG, createAnswers(), fromFrontEnd)).status).toBe(403);
  });
});

describe('stores a submission once', () => {
  it('when it arrives twenty times at once under one key, as form and as JSON', async () => {
    const answers = createAnswers();
    const key = newIdempotencyKey();
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2
          ? postForm(SLUG, { ...answers, key })
          : postJson(createSubmission(answers), { 'Idempotency-Key': key }),
      ),
    );
    const locations = responses.map(
      ({ headers }) => new URL(headers.get('location') ?? '', url).pathname,
    );
    expect(responses.map(({ status }) => status)).toEqual(
      responses.map((_, n) => (n % 2 ? 303 : 201)),
    );
    expect(new Set(locations).size).toBe(1);
    expect(new Set(responses.filter((_, n) => n % 2 === 0).map(({ body }) => body)).size).toBe(1);
    expect(await findSubmissions(answers)).toHaveLength(1);
  });

  it('when it arrives twenty times at once without a key', async () => {
    const answers = createAnswers();
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => postJson(createSubmission(answers))),
    );
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 201));
    const receipts = responses.map(({ body }) => JSON.parse(body));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    // Any of them may come from another person, so each response has a receipt of its own.
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(20);
    expect(await findSubmissions(answers)).toHaveLength(1);
    for (const { url: path } of receipts) expect((await fetch(`${url}${path}`)).status).toBe(200);
  });

  it('when the client disconnects before the response and retries', async () => {
    const answers = createAnswers();
    const key = { 'Idempotency-Key': newIdempotencyKey() };
    await postAndDisconnect(createSubmission(answers), key);
    // The submission is stored although the client has gone.
    await expect
      .poll(async () => (await findSubmissions(answers)).length, { timeout: 10_000 })
      .toBe(1);
    const { status, body } = await postJson(createSubmission(answers), key);
    expect(status).toBe(201);
    expect(await findSubmissions(answers)).toMatchObject([
      { reference: JSON.parse(body).reference },
    ]);
  });

  it('and replays the response to a retry with If-None-Match', async () => {
    const submission = createSubmission();
    const key = newIdempotencyKey();
    const first = await postJson(submission, { 'Idempotency-Key': key });
    const replay = await postJson(submission, { 'Idempotency-Key': key, 'If-None-Match': '*' });
    expect([replay.status, replay.body]).toEqual([201, first.body]);
  });
});

describe('the client address', () => {
  it('comes from trusted proxies, never from a header that the client wrote', async () => {
    const answers = createAnswers();
    const address = randomAddress();
    const consent = { text: 'text-messages', version: 1, given: true };
    const response = await postJson(
      { ...createSubmission(answers), consent },
      { 'X-Forwarded-For': `192.0.2.1, ${address}`, 'X-Client-Address': '192.0.2.2' },
    );
    expect(response.status).toBe(201);
    const [stored] = await findSubmissions(answers);
    const { docs } = await restAs<FindResult>(
      'coordinator',
      'GET',
      `/consent-records?where[submission][equals]=${stored?.id}&depth=0`,
    );
    expect(docs).toMatchObject([{ address }]);
  });

  it('is the address of the socket without a proxy', async () => {
    const answers = createAnswers();
    const submission = {
      ...createSubmission(answers),
      consent: { text: 'text-messages', version: 1, given: true },
    };
    const from = '127.0.0.66';
    expect(await postJsonFrom(from, submission)).toBe(201);
    const [stored] = await findSubmissions(answers);
    const { docs } = await restAs<FindResult>(
      'coordinator',
      'GET',
      `/consent-records?where[submission][equals]=${stored?.id}&depth=0`,
    );
    expect(docs).toMatchObject([{ address: from }]);
  });

  it(
    'is rate limited with 429 at both endpoints when it floods; other addresses are not',
    async () => {
      const headers = { 'X-Forwarded-For': randomAddress() };
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
      const byJson = await postJson(createSubmission(), headers);
      const byForm = await postForm(SLUG, createAnswers(), headers);
      expect([byJson.status, byForm.status]).toEqual([429, 429]);
      expectProblem(byJson, 'too-many');
      await expectErrorPage(byForm, ESCAPED_NAME);
      for (const response of [byJson, byForm]) {
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect((await postJson(createSubmission())).status).toBe(201);
    },
    FLOOD_TIMEOUT_MS,
  );
});

it.each([
  '/requests/%E0%A4%A',
  '/requests/received/%ff',
  '/api/requests/%E0%A4%A',
  '/%E0%A4%A',
  '/requests/%00',
  '/requests/..%2f..%2fetc',
])('rejects a malformed path with a 4xx status: %s', async (path) => {
  for (const method of ['GET', 'POST']) {
    const { status } = await fetch(`${url}${path}`, { method });
    expect([method, status]).toEqual([method, expect.toSatisfy((s) => s >= 400 && s < 500)]);
  }
});
