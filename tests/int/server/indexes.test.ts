import { expect, it } from 'vitest';
import { payload } from '#data/payload.ts';

it('builds every index, also for versions, before Payload has started', async () => {
  const { db } = await payload();
  const models = [...Object.values(db.collections), ...Object.values(db.versions)];
  let count = 0;
  for (const { schema, collection } of models) {
    const built = (await collection.indexes()).map(({ key }) => JSON.stringify(key));
    for (const [key] of schema.indexes()) {
      expect(built, collection.collectionName).toContain(JSON.stringify(key));
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(models.length);
});
