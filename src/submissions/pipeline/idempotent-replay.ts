import type { PayloadRequest } from 'payload';
import { payload } from '#data/payload.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import type { SubmissionInput } from '#forms/submission-schema.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import { contentKeys, isFingerprintOf } from './idempotency-keys.ts';
import type { Receipt } from './receipt.ts';
import type { SubmissionPayload } from './submission-payload.ts';

/**
 * Finds the receipt of the submission that was stored under the client's idempotency key. It is read in a
 * transaction, so that a replay is not acknowledged before a majority has the first write.
 * @returns undefined if the keys are unused, because the conflict was over the proof of work
 * @throws SubmissionError `repeated` if a different submission has the key
 */
export async function findReceiptByIdempotencyKey(
  keys: string[],
  submission: SubmissionInput,
): Promise<Receipt | undefined> {
  const { docs } = await runInRetriedTransaction(payload, (req) => findByKeys(keys, req));
  const [first] = docs;
  if (!first) return undefined;
  if (!isFingerprintOf(first.fingerprint, submission)) throw new SubmissionError('repeated');
  return { receipt: first.receipt, reference: first.reference };
}

/** Finds the receipt of an earlier submission with the same content under the same idempotency key. */
export async function findReceiptByContentKey(
  submission: SubmissionPayload,
): Promise<Receipt | undefined> {
  const keys = contentKeys(submission);
  if (keys.length === 0) return undefined;
  const { docs } = await runInRetriedTransaction(payload, (req) => findByKeys(keys, req));
  const [first] = docs;
  return first && { receipt: first.receipt, reference: first.reference };
}

const findByKeys = (keys: string[], req: PayloadRequest) =>
  req.payload.find({
    collection: 'form-submissions',
    where: { keys: { in: keys } },
    limit: 1,
    pagination: false,
    depth: 0,
    showHiddenFields: true,
    // System: visitors have no account; the client gets back the receipt that it already had.
    overrideAccess: true,
    req,
  });
