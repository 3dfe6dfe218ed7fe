import { expect, it } from 'vitest';
import { chosenOf, listsFor } from './requests-lists.ts';

const lists = listsFor('6b05');
const queryOf = (href: string) =>
  Object.fromEntries(new URL(href, 'http://site').searchParams.entries());

it('knows each list again by its own address', () => {
  for (const list of lists) expect(chosenOf(lists, queryOf(list.href))).toBe(list);
});

it('takes paging and sorting for what they are', () => {
  expect(chosenOf(lists, { page: '2', sort: '-receivedAt' })?.label).toBe('All');
});

it('marks no list where somebody set filters by hand', () => {
  const both = { ...queryOf(lists[1]?.href ?? ''), ...queryOf(lists[2]?.href ?? '') };
  expect(chosenOf(lists, both)).toBeUndefined();
});
