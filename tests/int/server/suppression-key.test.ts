import { expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { requireSuppressionKey } from '#server/boot/suppression-key.ts';

it('rejects another key than the first one of a database', async () => {
  const { db } = await payload();
  await Promise.all([requireSuppressionKey(db), requireSuppressionKey(db)]);
  await expect(requireSuppressionKey(db)).resolves.toBeUndefined();

  // As if the database had first been used with another key.
  const marks = db.connection.collection('installation');
  await marks.updateOne({}, { $set: { print: 'of another key' } });
  await expect(requireSuppressionKey(db)).rejects.toThrow(
    /^SUPPRESSION_KEY is not the one by which this database knows the people who withdrew; .+\.$/,
  );
});
