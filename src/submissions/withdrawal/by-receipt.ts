import type { PayloadRequest } from 'payload';
import { isWithdrawn } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { inDriver } from '#platform/database/in-driver.ts';
import { inTransaction } from '#submissions/pipeline/transaction.ts';
import { closeAsWithdrawn } from './close-requests.ts';
import { markOthers, markSameAnswers } from './mark-others.ts';
import { idsOf, KNOWN, type Known } from './requests-of.ts';
import { notBefore } from './withdraw.ts';

/** What a visitor may know of the request that a receipt stands for. */
export interface Withdrawable {
  reference: string;
  /** It was taken back. */
  withdrawn: boolean;
}

type Found = Known &
  Pick<FormSubmission, 'status' | 'closedReason' | 'repeats' | 'withdrawnReceipts'>;

/** The request of a receipt, open or closed; undefined if there is no such receipt. */
export const findWithdrawable = (receipt: string): Promise<Withdrawable | undefined> =>
  inTransaction(async (req) => {
    const request = await requestUnder(receipt, req);
    return request && { reference: request.reference, withdrawn: isTakenBack(request, receipt) };
  });

/**
 * Takes back the request of a receipt, and nothing else: whoever holds a receipt has shown that they
 * sent that request, not that the phone number and the address in it are theirs. Once more is the same
 * as once.
 */
export const withdrawByReceipt = (receipt: string, now: Date): Promise<void> =>
  inTransaction(async (req) => {
    const request = await requestUnder(receipt, req);
    if (!request || isTakenBack(request, receipt)) return;
    const at = notBefore(request.receivedAt, now);
    if (isLast(request, receipt)) {
      await closeAsWithdrawn([request], { source: 'link' }, at, req);
    } else {
      await takeOut(request, receipt, at, req);
    }
    await markOthers(request, at, req);
  });

const isTakenBack = (request: Found, receipt: string): boolean =>
  isWithdrawn(request) || Boolean(request.withdrawnReceipts?.includes(receipt));

/** Nobody else who sent these answers still waits for us. */
const isLast = ({ receipt: first, repeats, withdrawnReceipts }: Found, receipt: string): boolean =>
  [first, ...(repeats ?? []).map((repeat) => repeat.receipt)].every(
    (one) => one === receipt || withdrawnReceipts?.includes(one),
  );

/** One of several who sent the same answers does not wait any more; the others may be somebody else. */
async function takeOut(
  request: Found,
  receipt: string,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  const { collection, session } = await inDriver('form-submissions', req);
  await collection.updateOne(
    { receipt: request.receipt },
    { $addToSet: { withdrawnReceipts: receipt } },
    { session },
  );
  if (request.status !== 'closed') {
    await markSameAnswers(await idsOf([request], req), at, req);
  }
}

async function requestUnder(receipt: string, req: PayloadRequest): Promise<Found | undefined> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { or: [{ receipt: { equals: receipt } }, { 'repeats.receipt': { equals: receipt } }] },
    select: {
      ...KNOWN,
      status: true,
      closedReason: true,
      repeats: true,
      withdrawnReceipts: true,
    },
    showHiddenFields: true,
    limit: 1,
    pagination: false,
    depth: 0,
    // System: the name of a receipt can't be guessed, and is known to the one who sent the request.
    overrideAccess: true,
    req,
  });
  return docs[0];
}
