import type { PayloadRequest } from 'payload';
import { SubmissionError } from '#domain/submission-error.ts';
import type { SubmissionInput } from '#forms/submission-schema.ts';
import { contentKeys, isPrintOf } from './keys.ts';
import type { Receipt } from './reference.ts';
import type { SubmissionPayload } from './submission-payload.ts';
import { inTransaction } from './transaction.ts';

/**
 * The receipt of the request that came first under the sender's own key: this very request. Looked up
 * in a transaction, so that nothing is acknowledged that the first one's majority does not have yet.
 * @returns undefined if what is taken is not the key but the proof of work
 * @throws SubmissionError `repeated` if another request came under the key
 */
export async function receiptOfFirst(
  keys: string[],
  request: SubmissionInput,
): Promise<Receipt | undefined> {
  const { docs } = await inTransaction((req) => firstUnder(keys, req));
  const [first] = docs;
  if (!first) return undefined;
  if (!isPrintOf(first.fingerprint, request)) throw new SubmissionError('repeated');
  return { receipt: first.receipt, reference: first.reference };
}

/** The receipt of a request that came before, word for word, under the same key. */
export async function receiptOfUnchanged(sent: SubmissionPayload): Promise<Receipt | undefined> {
  const keys = contentKeys(sent);
  if (keys.length === 0) return undefined;
  const { docs } = await inTransaction((req) => firstUnder(keys, req));
  const [first] = docs;
  return first && { receipt: first.receipt, reference: first.reference };
}

const firstUnder = (keys: string[], req: PayloadRequest) =>
  req.payload.find({
    collection: 'form-submissions',
    where: { keys: { in: keys } },
    limit: 1,
    pagination: false,
    depth: 0,
    showHiddenFields: true,
    // System: the sender is nobody to us, and gets back what the sender already had.
    overrideAccess: true,
    req,
  });
