import { expect, test } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { listRoutes } from '#tests/helpers/routes.ts';
import { buildOpenApi } from './openapi.ts';

const { paths, components } = buildOpenApi('https://example.org', {
  errors: {
    invalid: { status: 422, title: 'Correct it.' },
    malformed: { status: 422, title: 'Write it as JSON.' },
    'too-many': { status: 429, title: 'Wait.' },
  },
  idempotencyKeyPattern: '^[a-z]+$',
  bodyLimits: { bytes: 2048, values: 7, depth: 3 },
  rateLimits: {
    byAddress: { points: 11, seconds: 120 },
    byContact: { points: 5, seconds: 3600 },
  },
});

test('describes every endpoint but its own, and the one for the text message provider', async () => {
  const endpoints = (await listRoutes()).filter(({ file }) => file.startsWith('src/pages/api/'));
  expect(endpoints.map(({ pattern }) => pattern).toSorted()).toEqual(
    [...Object.keys(paths), '/api/openapi.json', '/api/texts/inbound'].toSorted(),
  );
});

test('describes every kind with the labels of its form', () => {
  for (const kind of SUBMISSION_KINDS) expect(components.schemas).toHaveProperty(kind);
  expect(components.schemas).toHaveProperty(
    ['request-call', 'properties', 'answers', 'properties', 'phone', 'title'],
    'Phone number',
  );
  expect(components.schemas).toHaveProperty(
    ['text-info', 'required'],
    ['callToAction', 'answers', 'consent'],
  );
});

test('allows answers to the questions of editors', () => {
  for (const kind of SUBMISSION_KINDS) {
    const answers = [kind, 'properties', 'answers'];
    expect(components.schemas).toHaveProperty([...answers, 'patternProperties', '^question-']);
    expect(components.schemas).toHaveProperty([...answers, 'additionalProperties'], false);
  }
});

test('combines errors with the same status into one response', () => {
  expect(paths['/api/requests'].post.responses).toHaveProperty(
    ['422', 'description'],
    'Correct it. Write it as JSON.',
  );
});

test('resolves every reference', () => {
  const names = [...JSON.stringify(paths).matchAll(/#\/components\/schemas\/([\w-]+)/g)];
  expect(names.length).toBeGreaterThan(SUBMISSION_KINDS.length);
  for (const [, name = ''] of names) expect(components.schemas).toHaveProperty([name]);
});

test('describes the limits of the body and the rate limits', () => {
  const { description, parameters } = paths['/api/requests'].post;
  for (const limit of ['2 KiB, 7 values and 3 levels', '11 in 2 minutes', '5 in 60 minutes']) {
    expect(description).toContain(limit);
  }
  expect(parameters[0]?.schema.pattern).toBe('^[a-z]+$');
});

test('documents Retry-After for errors that can be retried', () => {
  const { responses } = paths['/api/requests'].post;
  expect(responses).toHaveProperty(['429', 'headers', 'Retry-After']);
  expect(responses).not.toHaveProperty(['422', 'headers']);
});
