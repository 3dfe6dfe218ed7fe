import { expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { COLLECTION_NAMES } from '#edge/change-event.ts';

it('watches the public collections by their names in MongoDB', async () => {
  const { collections } = (await payload()).db;
  for (const [slug, name] of Object.entries(COLLECTION_NAMES)) {
    expect(collections[slug]?.collection.name).toBe(name);
  }
});
