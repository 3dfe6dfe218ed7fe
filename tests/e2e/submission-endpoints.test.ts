import { describe, expect, inject, it } from 'vitest';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import {
  createAnswers,
  createSubmission,
  findSubmissions,
  SLUG,
} from '#tests/helpers/let-us-help-submission.ts';
import { postAndDisconnect, postForm, postJson } from '#tests/helpers/post-submission.ts';

const { url } = inject('site');

/** A setting of the shared site, from tests/helpers/site.setup.ts. */
const FRONT_END = 'https://front.example';

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
