import { expect, it } from 'vitest';
import { payload } from '#data/payload.ts';

it('has built every index, those of versions too, once Payload has started', async () => {
  const { db } = await payload();
  const models = [...Object.values(db.collections), ...Object.values(db.versions)];
  let wanted = 0;
  for (const { schema, collection } of models) {
    const built = (await collection.indexes()).map(({ key }) => JSON.stringify(key));
    for (const [key] of schema.indexes()) {
      expect(built, collection.collectionName).toContain(JSON.stringify(key));
      wanted += 1;
    }
  }
  expect(wanted).toBeGreaterThan(models.length);
});
