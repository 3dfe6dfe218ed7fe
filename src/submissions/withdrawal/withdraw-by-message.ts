import type { PayloadRequest } from 'payload';
import { payload } from '#data/payload.ts';
import type { SuppressedChannel } from '#domain/withdrawal.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import { findProvenChannel } from './channel-proof.ts';
import type { Contact } from './contact.ts';
import { hasWithdrawn } from './may-contact.ts';
import {
  CONTACT_SUBMISSION_FIELDS,
  type ContactSubmission,
  findSubmissionsOf,
} from './submissions-of-contact.ts';
import { withdrawalTime, withdrawContact } from './withdraw-contact.ts';

/** What the holder of a phone or mailbox may see of the submission that a message was about. */
export interface WithdrawableChannel {
  reference: string;
  channel: SuppressedChannel;
  /** True if contact there is suppressed, and nothing was submitted from there since. */
  withdrawn: boolean;
}

interface ProvenContact {
  submission: ContactSubmission;
  channel: SuppressedChannel;
  /** The number or the address that the message went to, without the other one. */
  contact: Contact;
}

/** Finds the channel that a link in a message withdraws; undefined if the link is forged. */
export const findWithdrawableChannel = (
  receipt: string,
  proof: string,
): Promise<WithdrawableChannel | undefined> =>
  runInRetriedTransaction(payload, async (req) => {
    const proven = await findProvenContact(receipt, proof, req);
    if (!proven) return undefined;
    const { submission, channel, contact } = proven;
    const withdrawn = await hasWithdrawn(contact, await findLastReceivedAt(proven, req), req);
    return { reference: submission.reference, channel, withdrawn };
  });

/**
 * Withdraws the channel that a link was delivered to: whoever opens the link has access to that phone or mailbox.
 * Idempotent.
 */
export const withdrawByMessage = (receipt: string, proof: string, now: Date): Promise<void> =>
  runInRetriedTransaction(payload, async (req) => {
    const proven = await findProvenContact(receipt, proof, req);
    if (!proven) return;
    const lastReceivedAt = await findLastReceivedAt(proven, req);
    if (await hasWithdrawn(proven.contact, lastReceivedAt, req)) return;
    await withdrawContact(
      proven.contact,
      { source: 'message' },
      withdrawalTime(lastReceivedAt, now),
      req,
    );
  });

async function findProvenContact(
  receipt: string,
  proof: string,
  req: PayloadRequest,
): Promise<ProvenContact | undefined> {
  const channel = findProvenChannel(receipt, proof);
  if (!channel) return undefined;
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { receipt: { equals: receipt } },
    select: CONTACT_SUBMISSION_FIELDS,
    showHiddenFields: true,
    limit: 1,
    pagination: false,
    depth: 0,
    // System: the proof was sent to the phone or the mailbox of this submission alone.
    overrideAccess: true,
    req,
  });
  const [submission] = docs;
  if (!submission) return undefined;
  const { phoneE164, email } = submission;
  return { submission, channel, contact: channel === 'phone' ? { phoneE164 } : { email } };
}

/** Finds when the last submission with this number or address was received: this one, or a later one. */
async function findLastReceivedAt(
  { submission, contact }: ProvenContact,
  req: PayloadRequest,
): Promise<Date> {
  const since = { receivedAt: { greater_than_equal: submission.receivedAt } };
  const later = (await findSubmissionsOf(contact, since, req)).map(({ receivedAt }) => receivedAt);
  return new Date([submission.receivedAt, ...later].toSorted().at(-1) ?? submission.receivedAt);
}
