import type { PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import { inTransaction } from '#requests/transaction.ts';
import { hasWithdrawn } from './may-contact.ts';
import { withdrawContact } from './withdraw.ts';

/** What a visitor may know of the request that a receipt stands for. */
export interface Withdrawable {
  reference: string;
  /** They asked for no contact, and have sent nothing since. */
  withdrawn: boolean;
}

type Found = Pick<FormSubmission, 'reference' | 'receivedAt' | 'phoneE164' | 'email'>;

/** The request of a receipt, open or closed; undefined if there is no such receipt. */
export const findWithdrawable = (receipt: string): Promise<Withdrawable | undefined> =>
  inTransaction(async (req) => {
    const request = await requestOf(receipt, req);
    if (!request) return undefined;
    const withdrawn = await hasWithdrawn(request, await lastHeardOf(request, req), req);
    return { reference: request.reference, withdrawn };
  });

/** Withdraws for whoever holds the receipt of a request. Once more is the same as once. */
export const withdrawByReceipt = (receipt: string, now: Date): Promise<void> =>
  inTransaction(async (req) => {
    const request = await requestOf(receipt, req);
    if (!request) return;
    const heard = await lastHeardOf(request, req);
    if (await hasWithdrawn(request, heard, req)) return;
    // The clock of the process that took the request can be ahead of ours.
    await withdrawContact(request, { source: 'link' }, heard > now ? heard : now, req);
  });

async function requestOf(receipt: string, req: PayloadRequest): Promise<Found | undefined> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { receipt: { equals: receipt } },
    select: { reference: true, receivedAt: true, phoneE164: true, email: true },
    limit: 1,
    pagination: false,
    depth: 0,
    // System: the name of a receipt can't be guessed, and is known to the one who sent the request.
    overrideAccess: true,
    req,
  });
  return docs[0];
}

/** When the person last asked for something: this request, or a later one from the same phone. */
async function lastHeardOf({ phoneE164, receivedAt }: Found, req: PayloadRequest): Promise<Date> {
  if (!phoneE164) return new Date(receivedAt);
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { phoneE164: { equals: phoneE164 } },
    select: { receivedAt: true },
    sort: '-receivedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    // System: as above.
    overrideAccess: true,
    req,
  });
  return new Date(docs[0]?.receivedAt ?? receivedAt);
}
