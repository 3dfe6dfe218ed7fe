import type { PayloadRequest } from 'payload';
import { payload } from '#data/payload.ts';
import { isWithdrawn } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { driverCollection } from '#platform/database/driver-collection.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import { closeAsWithdrawn } from './close-submissions.ts';
import { flagRelatedSubmissions, flagSameAnswers } from './flag-related.ts';
import {
  CONTACT_SUBMISSION_FIELDS,
  type ContactSubmission,
  objectIdsOf,
} from './submissions-of-contact.ts';
import { withdrawalTime } from './withdraw-contact.ts';

/** What the holder of a receipt may see of its submission. */
export interface WithdrawableSubmission {
  reference: string;
  withdrawn: boolean;
}

type ReceiptSubmission = ContactSubmission &
  Pick<FormSubmission, 'status' | 'closedReason' | 'repeats' | 'withdrawnReceipts'>;

/** Finds the submission of a receipt, open or closed; undefined if there is no such receipt. */
export const findWithdrawableSubmission = (
  receipt: string,
): Promise<WithdrawableSubmission | undefined> =>
  runInRetriedTransaction(payload, async (req) => {
    const submission = await findByReceipt(receipt, req);
    return (
      submission && {
        reference: submission.reference,
        withdrawn: isReceiptWithdrawn(submission, receipt),
      }
    );
  });

/**
 * Withdraws the submission of a receipt, and nothing else. A receipt proves who sent the submission, but not that
 * the phone number and the address in it are theirs. Idempotent.
 */
export const withdrawByReceipt = (receipt: string, now: Date): Promise<void> =>
  runInRetriedTransaction(payload, async (req) => {
    const submission = await findByReceipt(receipt, req);
    if (!submission || isReceiptWithdrawn(submission, receipt)) return;
    const at = withdrawalTime(submission.receivedAt, now);
    if (isLastReceipt(submission, receipt)) {
      await closeAsWithdrawn([submission], { source: 'link' }, at, req);
    } else {
      await withdrawRepeat(submission, receipt, at, req);
    }
    await flagRelatedSubmissions(submission, at, req);
  });

const isReceiptWithdrawn = (submission: ReceiptSubmission, receipt: string): boolean =>
  isWithdrawn(submission) || Boolean(submission.withdrawnReceipts?.includes(receipt));

/** True if all other receipts for the same answers are withdrawn, so that nobody else waits for contact. */
const isLastReceipt = (
  { receipt: firstReceipt, repeats, withdrawnReceipts }: ReceiptSubmission,
  receipt: string,
): boolean =>
  [firstReceipt, ...(repeats ?? []).map((repeat) => repeat.receipt)].every(
    (other) => other === receipt || withdrawnReceipts?.includes(other),
  );

/** Withdraws one of several receipts for the same answers; the others may belong to somebody else. */
async function withdrawRepeat(
  submission: ReceiptSubmission,
  receipt: string,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  const { collection, session } = await driverCollection('form-submissions', req);
  await collection.updateOne(
    { receipt: submission.receipt },
    { $addToSet: { withdrawnReceipts: receipt } },
    { session },
  );
  if (submission.status !== 'closed') {
    await flagSameAnswers(await objectIdsOf([submission], req), at, req);
  }
}

async function findByReceipt(
  receipt: string,
  req: PayloadRequest,
): Promise<ReceiptSubmission | undefined> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { or: [{ receipt: { equals: receipt } }, { 'repeats.receipt': { equals: receipt } }] },
    select: {
      ...CONTACT_SUBMISSION_FIELDS,
      status: true,
      closedReason: true,
      repeats: true,
      withdrawnReceipts: true,
    },
    showHiddenFields: true,
    limit: 1,
    pagination: false,
    depth: 0,
    // System: a receipt cannot be guessed; only the client of the submission knows it.
    overrideAccess: true,
    req,
  });
  return docs[0];
}
