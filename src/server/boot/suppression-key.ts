import type { Payload } from 'payload';
import { env } from '#platform/environment/env.ts';
import { Refusal } from '#platform/process/refusal.ts';
import { printOfKey } from '#submissions/withdrawal/contact.ts';

/** Where a database says under which key it knows the people who withdrew. */
const MARKS = 'installation';

interface Mark {
  _id: 'suppression-key';
  print: string;
}

/**
 * People who withdrew are known by hashes under one key for good: with another key, they would be
 * contacted again. The first key that a database meets is the one it stays with.
 * @throws Refusal if it is another one now
 */
export async function requireSuppressionKey({ connection }: Payload['db']): Promise<void> {
  if (!env.SUPPRESSION_KEY) {
    throw new Refusal('SUPPRESSION_KEY must be set: start with npm start, which makes one.');
  }
  const print = printOfKey();
  const mark = await connection
    .collection<Mark>(MARKS)
    .findOneAndUpdate(
      { _id: 'suppression-key' },
      { $setOnInsert: { print } },
      { upsert: true, returnDocument: 'after' },
    );
  if (mark?.print !== print) {
    throw new Refusal(
      'SUPPRESSION_KEY is not the one by which this database knows the people who withdrew; set it to the file suppression-key of the folder that was used first.',
    );
  }
}
