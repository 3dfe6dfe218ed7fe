import type { PayloadRequest } from 'payload';
import type { SuppressedChannel } from '#domain/withdrawal.ts';
import { inTransaction } from '#submissions/pipeline/transaction.ts';
import type { Contact } from './contact.ts';
import { hasWithdrawn } from './may-contact.ts';
import { provenChannel } from './proof-of-channel.ts';
import { KNOWN, type Known, requestsOf } from './requests-of.ts';
import { notBefore, withdrawContact } from './withdraw.ts';

/** What the holder of a phone or a mailbox may know of the request that our message was about. */
export interface WithdrawableChannel {
  reference: string;
  channel: SuppressedChannel;
  /** They asked for no contact there, and nothing was asked for from there since. */
  withdrawn: boolean;
}

interface Found {
  request: Known;
  channel: SuppressedChannel;
  /** The number or the address that the message went to, alone. */
  contact: Contact;
}

/** What a link stops that came in a message of ours; undefined if it is none of ours. */
export const findChannel = (
  receipt: string,
  proof: string,
): Promise<WithdrawableChannel | undefined> =>
  inTransaction(async (req) => {
    const found = await foundBy(receipt, proof, req);
    if (!found) return undefined;
    const { request, channel, contact } = found;
    const withdrawn = await hasWithdrawn(contact, await lastHeardOf(found, req), req);
    return { reference: request.reference, channel, withdrawn };
  });

/**
 * Stops all contact over the channel that a link was delivered to: whoever opened it holds that phone
 * or mailbox. Once more is the same as once.
 */
export const withdrawByMessage = (receipt: string, proof: string, now: Date): Promise<void> =>
  inTransaction(async (req) => {
    const found = await foundBy(receipt, proof, req);
    if (!found) return;
    const heard = await lastHeardOf(found, req);
    if (await hasWithdrawn(found.contact, heard, req)) return;
    await withdrawContact(found.contact, { source: 'message' }, notBefore(heard, now), req);
  });

async function foundBy(
  receipt: string,
  proof: string,
  req: PayloadRequest,
): Promise<Found | undefined> {
  const channel = provenChannel(receipt, proof);
  if (!channel) return undefined;
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { receipt: { equals: receipt } },
    select: KNOWN,
    showHiddenFields: true,
    limit: 1,
    pagination: false,
    depth: 0,
    // System: the proof was sent to the phone or the mailbox of this request alone.
    overrideAccess: true,
    req,
  });
  const [request] = docs;
  if (!request) return undefined;
  const { phoneE164, email } = request;
  return { request, channel, contact: channel === 'phone' ? { phoneE164 } : { email } };
}

/** When somebody last asked for something with this number or address: this request, or a later one. */
async function lastHeardOf({ request, contact }: Found, req: PayloadRequest): Promise<Date> {
  const since = { receivedAt: { greater_than_equal: request.receivedAt } };
  const heard = (await requestsOf(contact, since, req)).map(({ receivedAt }) => receivedAt);
  return new Date([request.receivedAt, ...heard].toSorted().at(-1) ?? request.receivedAt);
}
