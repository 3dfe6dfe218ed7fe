import { expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { PUBLIC_COLLECTIONS } from '#domain/collections.ts';

it('names the public collections as MongoDB does', async () => {
  const { collections } = (await payload()).db;
  for (const [slug, { databaseName }] of Object.entries(PUBLIC_COLLECTIONS)) {
    expect(collections[slug]?.collection.name).toBe(databaseName);
  }
});
