import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import {
  createAnswers,
  createSubmission,
  ESCAPED_NAME,
  SLUG,
} from '#tests/helpers/let-us-help-submission.ts';
import { type PostResponse, postForm, postJson } from '#tests/helpers/post-submission.ts';
import { expectErrorPage, expectProblem } from '#tests/helpers/submission-errors.ts';

const { url } = inject('site');

const FOREIGN_ORIGIN = { Origin: 'https://evil.example' };

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
