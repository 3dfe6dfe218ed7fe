import { expect, test } from 'vitest';
import { KINDS } from '#domain/kinds.ts';
import { openapi } from './openapi.ts';

const { paths, components } = openapi('https://example.org', {
  invalid: { status: 422, title: 'Mend it.' },
  malformed: { status: 422, title: 'Write it as JSON.' },
});

test('every kind is described with the words of its form', () => {
  for (const kind of KINDS) expect(components.schemas).toHaveProperty(kind);
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
  for (const kind of KINDS) {
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
  expect(names.length).toBeGreaterThan(KINDS.length);
  for (const [, name = ''] of names) expect(components.schemas).toHaveProperty([name]);
});
