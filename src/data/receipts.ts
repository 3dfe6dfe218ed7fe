import type { FormSubmission } from '#payload-types.ts';
import { payload } from './payload.ts';

/** What a receipt tells: nothing by which anybody could be found. */
export type StoredReceipt = Pick<
  FormSubmission,
  'reference' | 'kind' | 'slot' | 'receivedAt' | 'timeZone'
>;

/** The request that got this receipt. */
export async function findReceipt(receipt: string): Promise<StoredReceipt | undefined> {
  const { docs } = await (await payload()).find({
    collection: 'form-submissions',
    where: { receipt: { equals: receipt } },
    select: { reference: true, kind: true, slot: true, receivedAt: true, timeZone: true },
    limit: 1,
    pagination: false,
    depth: 0,
    // System: the name of a receipt can't be guessed, and is known to the one who sent the request.
    overrideAccess: true,
  });
  return docs[0];
}
