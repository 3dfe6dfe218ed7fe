import { expect, test } from 'vitest';
import { isWithinLimits, MOST_VALUES } from './body-limits.ts';
import { fromJson } from './submission-payload.ts';

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

test.each([
  ['lists', nested(16_000)],
  ['objects', `${'{"a":'.repeat(6_000)}1${'}'.repeat(6_000)}`],
  ['lists of lists', `{"answers":${nested(16_000)}}`],
  [
    'many fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 400 }, (_, n) => [n, 0]))),
  ],
  ['a long list', JSON.stringify({ answers: { name: Array(400).fill('a') } })],
  ['a number', '1'],
  ['a text', '"a"'],
  ['null', 'null'],
  ['half a request', '{"callToAction":"request-call"'],
  ['nothing', ''],
])('%s is no request', (_, body) => {
  expect(() => fromJson(body, undefined)).toThrow(expect.objectContaining({ code: 'malformed' }));
});

test('what has the measure of a request is one', () => {
  expect(isWithinLimits({ answers: { a: ['b', 'c'] }, consent: { given: true } })).toBe(true);
  expect(isWithinLimits(Array(MOST_VALUES - 1).fill(0))).toBe(true);
  expect(isWithinLimits(Array(MOST_VALUES).fill(0))).toBe(false);
});

test.each([['a b'], [''], ['x'.repeat(201)], ['é'], [['a', 'b']]])('%j is no key', (key) => {
  expect(() => fromJson('{}', key)).toThrow(
    expect.objectContaining({
      code: 'invalid',
      problems: [expect.objectContaining({ name: 'Idempotency-Key' })],
    }),
  );
  expect(fromJson('{}', undefined).key).toBeUndefined();
  expect(fromJson('{}', '"8e03978e-40d5"').key).toBe('"8e03978e-40d5"');
});
