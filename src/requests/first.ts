import type { PayloadRequest } from 'payload';
import { unchangedKey } from './keys.ts';
import type { Receipt } from './reference.ts';
import { Refused } from './refused.ts';
import type { Sent } from './sent.ts';
import { inTransaction } from './transaction.ts';

/**
 * The key is taken: by this very request, or by another one sent from the same form. Looked up in a
 * transaction, so that nothing is acknowledged that the first one's majority does not have yet.
 * Undefined if what is taken is not the key but the proof of work.
 */
export async function receiptOfFirst(
  keys: string[],
  fingerprint: string,
): Promise<Receipt | undefined> {
  const { docs } = await inTransaction((req) => firstUnder(keys, req));
  const [first] = docs;
  if (!first) return undefined;
  if (first.fingerprint !== fingerprint) throw new Refused('repeated');
  return { receipt: first.receipt, reference: first.reference };
}

/** The receipt of a request that came before, word for word, under the same key. */
export async function receiptOfUnchanged(sent: Sent): Promise<Receipt | undefined> {
  const key = unchangedKey(sent);
  if (!key) return undefined;
  const { docs } = await inTransaction((req) => firstUnder([key], req));
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
