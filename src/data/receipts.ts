import type { FormSubmission } from '#payload-types.ts';
import { payload } from './payload.ts';

/** What a receipt tells: nothing by which anybody could be found. */
export type StoredReceipt = Pick<
  FormSubmission,
  'reference' | 'kind' | 'slot' | 'receivedAt' | 'timeZone'
>;

/** The request that got this receipt, as it came from the one who has it. */
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
    // System: the name of a receipt can't be guessed, and is known to the one who sent the request.
    overrideAccess: true,
  });
  const [request] = docs;
  if (!request) return undefined;
  const { repeats, ...first } = request;
  const repeat = repeats?.find((one) => one.receipt === receipt);
  return repeat ? { ...first, receivedAt: repeat.receivedAt, timeZone: repeat.timeZone } : first;
}
