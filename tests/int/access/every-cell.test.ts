import { expect, it } from 'vitest';
import config from '#payload-config';
import { COLLECTIONS, GLOBALS, TRIED_IN } from './expectations.ts';
import { collections, operationsOf } from './matrix.ts';

const named = (expectations: typeof COLLECTIONS) =>
  Object.entries(expectations).flatMap(([slug, operations]) =>
    Object.keys(operations).map((operation) => `${slug}: ${operation}`),
  );

it('every operation of every collection has an expectation, and every expectation is of one', () => {
  const found = collections.flatMap((collection) =>
    operationsOf(collection).map(([operation]) => `${collection.slug}: ${operation}`),
  );
  expect(named(COLLECTIONS).toSorted()).toEqual(found.toSorted());
});

it('every global has expectations, and every expectation is of one', async () => {
  const { globals } = await config;
  const found = globals.flatMap(({ slug }) => [`${slug}: read`, `${slug}: update`]);
  expect(named(GLOBALS).toSorted()).toEqual(found.toSorted());
  // With versions there would be more to expect.
  expect(globals.filter(({ versions }) => versions)).toEqual([]);
});

it('every collection is tried', () => {
  expect(Object.values(TRIED_IN).flat().toSorted()).toEqual(Object.keys(COLLECTIONS).toSorted());
});
