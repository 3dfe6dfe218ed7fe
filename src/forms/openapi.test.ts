import { expect, test } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { openapi } from './openapi.ts';

const { paths, components } = openapi('https://example.org', {
  refusals: {
    invalid: { status: 422, title: 'Mend it.' },
    malformed: { status: 422, title: 'Write it as JSON.' },
    'too-many': { status: 429, title: 'Wait.' },
  },
  key: '^[a-z]+$',
  most: { bytes: 2048, values: 7, depth: 3 },
  limits: {
    byAddress: { points: 11, seconds: 120 },
    byContact: { points: 5, seconds: 3600 },
  },
});

test('every kind is described with the words of its form', () => {
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

test('an editor’s own questions may be answered as well', () => {
  for (const kind of SUBMISSION_KINDS) {
    const answers = [kind, 'properties', 'answers'];
    expect(components.schemas).toHaveProperty([...answers, 'patternProperties', '^question-']);
    expect(components.schemas).toHaveProperty([...answers, 'additionalProperties'], false);
  }
});

test('refusals of one status stand together', () => {
  expect(paths['/api/requests'].post.responses).toHaveProperty(
    ['422', 'description'],
    'Mend it. Write it as JSON.',
  );
});

test('every reference leads somewhere', () => {
  const names = [...JSON.stringify(paths).matchAll(/#\/components\/schemas\/([\w-]+)/g)];
  expect(names.length).toBeGreaterThan(SUBMISSION_KINDS.length);
  for (const [, name = ''] of names) expect(components.schemas).toHaveProperty([name]);
});

test('what is taken, and how much of it, is told', () => {
  const { description, parameters } = paths['/api/requests'].post;
  for (const words of ['2 KiB, 7 values and 3 levels', '11 in 2 minutes', '5 in 60 minutes']) {
    expect(description).toContain(words);
  }
  expect(parameters[0]?.schema.pattern).toBe('^[a-z]+$');
});

test('who has to wait is told how long', () => {
  const { responses } = paths['/api/requests'].post;
  expect(responses).toHaveProperty(['429', 'headers', 'Retry-After']);
  expect(responses).not.toHaveProperty(['422', 'headers']);
});
