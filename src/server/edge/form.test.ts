import { expect, it } from 'vitest';
import { codingFor } from './form.ts';

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP', 'gzip'],
  ['deflate', 'identity'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0 ,gzip; q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['identity;q=1, *;q=0', 'identity'],
  ['br;q=x', 'identity'],
  ['constructor, __proto__', 'identity'],
])('who takes “%s” gets %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
  expect(codingFor(accepted)).toBe(coding);
});

it('is right however many ways of asking it has seen', () => {
  for (let n = 0; n < 300; n += 1) expect(codingFor(`x${n}, gzip`)).toBe('gzip');
  expect(codingFor('br')).toBe('br');
});
