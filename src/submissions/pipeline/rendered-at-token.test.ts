import { expect, test } from 'vitest';
import { newRenderedAtToken, openFor } from './rendered-at-token.ts';

const OPENED = new Date('2026-11-24T15:00:00.000Z');
const later = (ms: number) => new Date(OPENED.getTime() + ms);

test('a stamp says for how long a form was open', () => {
  const stamp = newRenderedAtToken(OPENED);
  expect(openFor(stamp, later(0))).toBe(0);
  expect(openFor(stamp, later(90_500))).toBe(90_500);
});

test('one that is older than a day, or not yet made, says nothing', () => {
  const stamp = newRenderedAtToken(OPENED);
  expect(openFor(stamp, later(24 * 60 * 60_000 + 1))).toBeUndefined();
  expect(openFor(stamp, later(-1))).toBeUndefined();
});

const [moment, signature] = newRenderedAtToken(OPENED).split('.');
const [, other] = newRenderedAtToken(later(1)).split('.');

test.each([
  ['none', undefined],
  ['empty', ''],
  ['no stamp', 'yesterday'],
  ['another moment with its signature', `${later(-60_000).getTime().toString(36)}.${signature}`],
  ['the signature of another moment', `${moment}.${other}`],
  ['a short signature', `${moment}.${signature?.slice(1)}`],
  ['something behind it', `${moment}.${signature}x`],
])('%s says nothing', (_, stamp) => {
  expect(openFor(stamp, later(60_000))).toBeUndefined();
});
