import { expect, it } from 'vitest';
import { codingsFor } from './form.ts';

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
])('who takes “%s” takes %s before it takes it as it is', (accepted, codings) => {
  const expected = [...codings.split(' ').filter(Boolean), 'identity'];
  expect(codingsFor(accepted)).toEqual(expected);
  expect(codingsFor(accepted)).toEqual(expected);
});

it('is right however many ways of asking it has seen', () => {
  for (let n = 0; n < 300; n += 1) expect(codingsFor(`x${n}, gzip`)[0]).toBe('gzip');
  expect(codingsFor('br')[0]).toBe('br');
});
