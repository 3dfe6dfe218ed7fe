import { payload } from '#data/payload.ts';
import type { SubmissionInput } from '#forms/submission-schema.ts';
import { newReceipt, type Receipt } from './reference.ts';

/** More than anybody sends by trying again; what comes on top of them is a request of its own. */
const MOST_REPEATS = 100;

/**
 * A receipt for the same answers, sent once more without a key. Who sends them has shown to know them,
 * not to be the one who sent them first: the receipt looks like any other, tells nothing of the first,
 * and takes back nothing that is not its own. One write, so that it is there once it is acknowledged.
 * @param keys made of the answers
 * @returns undefined if there is no such request, or it has been sent too often
 */
export async function receiptOfRepeat(
  keys: string[],
  { timeZone }: SubmissionInput,
  receivedAt: Date,
): Promise<Receipt | undefined> {
  const { db } = await payload();
  const model = db.collections['form-submissions'];
  if (!model) throw new Error('There are no requests.');
  const id = new model.base.Types.ObjectId().toString();
  const receipt = newReceipt();
  const first = await model.collection.findOneAndUpdate(
    { keys: { $in: keys }, [`repeats.${MOST_REPEATS - 1}`]: { $exists: false } },
    { $push: { repeats: { id, receipt, receivedAt, timeZone } } } as never,
    { projection: { reference: 1 } },
  );
  return first ? { receipt, reference: String(first.reference) } : undefined;
}
