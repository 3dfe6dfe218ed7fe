import { expect, it } from 'vitest';
import config from '#payload-config';
import { COLLECTIONS, COLLECTIONS_BY_FILE, GLOBALS } from './expectations.ts';
import { collections, operationsOf } from './matrix.ts';

const keysOf = (expectations: typeof COLLECTIONS) =>
  Object.entries(expectations).flatMap(([slug, operations]) =>
    Object.keys(operations).map((operation) => `${slug}: ${operation}`),
  );

it('has an expectation for every operation of every collection, and no other', () => {
  const operations = collections.flatMap((collection) =>
    operationsOf(collection).map(([operation]) => `${collection.slug}: ${operation}`),
  );
  expect(keysOf(COLLECTIONS).toSorted()).toEqual(operations.toSorted());
});

it('has expectations for every global, and no other', async () => {
  const { globals } = await config;
  const operations = globals.flatMap(({ slug }) => [`${slug}: read`, `${slug}: update`]);
  expect(keysOf(GLOBALS).toSorted()).toEqual(operations.toSorted());
  // Globals with versions would need more expectations.
  expect(globals.filter(({ versions }) => versions)).toEqual([]);
});

it('covers every collection by a test file', () => {
  expect(Object.values(COLLECTIONS_BY_FILE).flat().toSorted()).toEqual(
    Object.keys(COLLECTIONS).toSorted(),
  );
});
