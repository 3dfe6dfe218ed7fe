import { expect, test } from 'vitest';
import { newRenderedAtToken, readTimeOpen } from './rendered-at-token.ts';

const RENDERED_AT = new Date('2026-11-24T15:00:00.000Z');
const later = (ms: number) => new Date(RENDERED_AT.getTime() + ms);

test('returns how long a form was open', () => {
  const token = newRenderedAtToken(RENDERED_AT);
  expect(readTimeOpen(token, later(0))).toBe(0);
  expect(readTimeOpen(token, later(90_500))).toBe(90_500);
});

test('rejects tokens that are older than a day or from the future', () => {
  const token = newRenderedAtToken(RENDERED_AT);
  expect(readTimeOpen(token, later(24 * 60 * 60_000 + 1))).toBeUndefined();
  expect(readTimeOpen(token, later(-1))).toBeUndefined();
});

const [moment, signature] = newRenderedAtToken(RENDERED_AT).split('.');
const [, otherSignature] = newRenderedAtToken(later(1)).split('.');

test.each([
  ['none', undefined],
  ['empty', ''],
  ['no token', 'yesterday'],
  ['another moment with its signature', `${later(-60_000).getTime().toString(36)}.${signature}`],
  ['the signature of another moment', `${moment}.${otherSignature}`],
  ['a short signature', `${moment}.${signature?.slice(1)}`],
  ['a suffix', `${moment}.${signature}x`],
])('rejects %s', (_, token) => {
  expect(readTimeOpen(token, later(60_000))).toBeUndefined();
});
