import { expect, test } from 'vitest';
import { isWithinLimits, MAX_VALUES } from './body-limits.ts';
import { payloadFromJson } from './submission-payload.ts';

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
  ['truncated JSON', '{"callToAction":"request-call"'],
  ['nothing', ''],
])('rejects %s as malformed', (_, body) => {
  expect(() => payloadFromJson(body, undefined)).toThrow(
    expect.objectContaining({ code: 'malformed' }),
  );
});

test('accepts bodies within the limits', () => {
  expect(isWithinLimits({ answers: { a: ['b', 'c'] }, consent: { given: true } })).toBe(true);
  expect(isWithinLimits(Array(MAX_VALUES - 1).fill(0))).toBe(true);
  expect(isWithinLimits(Array(MAX_VALUES).fill(0))).toBe(false);
});

test.each([['a b'], [''], ['x'.repeat(201)], ['é'], [['a', 'b']]])(
  'rejects %j as an idempotency key',
  (key) => {
    expect(() => payloadFromJson('{}', key)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        problems: [expect.objectContaining({ name: 'Idempotency-Key' })],
      }),
    );
    expect(payloadFromJson('{}', undefined).idempotencyKey).toBeUndefined();
    expect(payloadFromJson('{}', '"8e03978e-40d5"').idempotencyKey).toBe('"8e03978e-40d5"');
  },
);
