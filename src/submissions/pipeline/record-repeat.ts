import { payload } from '#data/payload.ts';
import type { SubmissionInput } from '#forms/submission-schema.ts';
import { newReceipt, type Receipt } from './receipt.ts';

/** More than anybody sends by retrying. Further repeats become a submission of their own. */
const MAX_REPEATS = 100;

/**
 * Adds a receipt to the submission with the same answers, for answers that came again without an idempotency
 * key. Sending the same answers proves knowledge of them, not identity with the first client. So the new
 * receipt looks like any other, reveals nothing of the first, and withdraws only itself. It is a single
 * write, so that the receipt is stored when the client gets it.
 * @param keys derived from the content
 * @returns undefined if no submission has the keys, or it has too many repeats
 */
export async function recordRepeat(
  keys: string[],
  { timeZone }: SubmissionInput,
  receivedAt: Date,
): Promise<Receipt | undefined> {
  const { db } = await payload();
  const model = db.collections['form-submissions'];
  if (!model) throw new Error('The collection form-submissions has no model.');
  const id = new model.base.Types.ObjectId().toString();
  const receipt = newReceipt();
  const first = await model.collection.findOneAndUpdate(
    { keys: { $in: keys }, [`repeats.${MAX_REPEATS - 1}`]: { $exists: false } },
    { $push: { repeats: { id, receipt, receivedAt, timeZone } } } as never,
    { projection: { reference: 1 } },
  );
  return first ? { receipt, reference: String(first.reference) } : undefined;
}
