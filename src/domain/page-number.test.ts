import { expect, test } from 'vitest';
import { pageNumber, pagePath } from './page-number.ts';

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
])('%s asks for page %s', (query, page) => {
  expect(pageNumber(new URLSearchParams(query))).toBe(page);
});

test('the first page of a list has the address of the list', () => {
  expect(pagePath('/topics/work', 1)).toBe('/topics/work');
  expect(pagePath('/topics/work', 2)).toBe('/topics/work?page=2');
});
