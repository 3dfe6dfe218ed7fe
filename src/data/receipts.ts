import type { FormSubmission } from '#payload-types.ts';
import { payload } from './payload.ts';

/** The fields of a submission for its receipt: none identifies a person. */
export type StoredReceipt = Pick<
  FormSubmission,
  'reference' | 'kind' | 'slot' | 'receivedAt' | 'timeZone'
>;

/** Finds the submission of a receipt. A repeated submission has a receipt and times of its own. */
export async function findReceipt(receipt: string): Promise<StoredReceipt | undefined> {
  const { docs } = await (await payload()).find({
    collection: 'form-submissions',
    where: { or: [{ receipt: { equals: receipt } }, { 'repeats.receipt': { equals: receipt } }] },
    select: {
      reference: true,
      kind: true,
      slot: true,
      receivedAt: true,
      timeZone: true,
      repeats: true,
    },
    showHiddenFields: true,
    limit: 1,
    pagination: false,
    depth: 0,
    // System: a receipt cannot be guessed, and only the person who sent the submission knows it.
    overrideAccess: true,
  });
  const [submission] = docs;
  if (!submission) return undefined;
  const { repeats, ...original } = submission;
  const repeat = repeats?.find((candidate) => candidate.receipt === receipt);
  return repeat
    ? { ...original, receivedAt: repeat.receivedAt, timeZone: repeat.timeZone }
    : original;
}
