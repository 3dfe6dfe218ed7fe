import { expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { NAMES } from '#edge/change-of.ts';

it('listens to the collections by the names that they have in the database', async () => {
  const { collections } = (await payload()).db;
  for (const [slug, name] of Object.entries(NAMES)) {
    expect(collections[slug]?.collection.name).toBe(name);
  }
});
