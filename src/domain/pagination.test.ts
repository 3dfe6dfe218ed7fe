import { expect, test } from 'vitest';
import { listPagePath, parsePageNumber } from './pagination.ts';

test.each([
  ['', 1],
  ['page=1', 1],
  ['page=12', 12],
  ['page=0', undefined],
  ['page=-1', undefined],
  ['page=1.5', undefined],
  ['page=1e9', undefined],
  ['page=999999', undefined],
  ['page=', undefined],
  ['page=two', undefined],
])('reads the page of %j as %s', (query, page) => {
  expect(parsePageNumber(new URLSearchParams(query))).toBe(page);
});

test('the path of the first page has no query', () => {
  expect(listPagePath('/topics/work', 1)).toBe('/topics/work');
  expect(listPagePath('/topics/work', 2)).toBe('/topics/work?page=2');
});
