import type { Payload } from 'payload';
import { env } from '#platform/environment/env.ts';
import { OperatorError } from '#platform/process/operator-error.ts';
import { fingerprintSuppressionKey } from '#submissions/withdrawal/contact.ts';

/** The collection that stores the fingerprint of the suppression key. */
const COLLECTION = 'installation';

interface KeyFingerprint {
  _id: 'suppression-key';
  print: string;
}

/**
 * Checks that the suppression key is the one that this database was first used with. People who withdrew are
 * stored as hashes under that key; with another key they would not be recognized, and would be contacted again.
 * @throws OperatorError if the key is missing or has changed
 */
export async function requireSuppressionKey({ connection }: Payload['db']): Promise<void> {
  if (!env.SUPPRESSION_KEY) {
    throw new OperatorError('SUPPRESSION_KEY must be set: start with npm start, which makes one.');
  }
  const print = fingerprintSuppressionKey();
  const stored = await connection
    .collection<KeyFingerprint>(COLLECTION)
    .findOneAndUpdate(
      { _id: 'suppression-key' },
      { $setOnInsert: { print } },
      { upsert: true, returnDocument: 'after' },
    );
  if (stored?.print !== print) {
    throw new OperatorError(
      'SUPPRESSION_KEY is not the one by which this database knows the people who withdrew; set it to the file suppression-key of the folder that was used first.',
    );
  }
}
