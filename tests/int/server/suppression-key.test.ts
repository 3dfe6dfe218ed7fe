import { expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { requireSuppressionKey } from '#server/boot/suppression-key.ts';

it('a database stays with the first key that it meets', async () => {
  const { db } = await payload();
  await Promise.all([requireSuppressionKey(db), requireSuppressionKey(db)]);
  await expect(requireSuppressionKey(db)).resolves.toBeUndefined();

  // As if another key had been there first.
  const marks = db.connection.collection('installation');
  await marks.updateOne({}, { $set: { print: 'of another key' } });
  await expect(requireSuppressionKey(db)).rejects.toThrow(
    /^SUPPRESSION_KEY is not the one by which this database knows the people who withdrew; .+\.$/,
  );
});
