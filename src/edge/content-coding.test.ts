import { expect, it } from 'vitest';
import { acceptedCodings } from './content-coding.ts';

it.each([
  [undefined, ''],
  ['', ''],
  ['gzip, deflate, br, zstd', 'br gzip'],
  ['br', 'br'],
  ['br, gzip;q=0', 'br'],
  ['GZIP', 'gzip'],
  ['deflate', ''],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0 ,gzip; q=0', ''],
  ['*', 'br gzip'],
  ['*;q=0', ''],
  ['br;q=0, *', 'gzip'],
  ['identity;q=1, *;q=0', ''],
  ['br;q=x', ''],
  ['constructor, __proto__', ''],
])('reads “%s” as “%s”, then identity', (acceptEncoding, codings) => {
  const expected = [...codings.split(' ').filter(Boolean), 'identity'];
  expect(acceptedCodings(acceptEncoding)).toEqual(expected);
  expect(acceptedCodings(acceptEncoding)).toEqual(expected);
});

it('reads values correctly beyond the number that it memoizes', () => {
  for (let n = 0; n < 300; n += 1) expect(acceptedCodings(`x${n}, gzip`)[0]).toBe('gzip');
  expect(acceptedCodings('br')[0]).toBe('br');
});
