import type { PayloadRequest } from 'payload';
import { closeSubmissionsOfContact, type WithdrawalOrigin } from './close-submissions.ts';
import { type Contact, contactHashesOf } from './contact.ts';

/**
 * Returns the time of a withdrawal: now, but not before the submission was received. The clock of the process
 * that received it can be ahead of this one.
 */
export const withdrawalTime = (receivedAt: string | Date, now: Date): Date =>
  new Date(Math.max(now.getTime(), new Date(receivedAt).getTime()));

/** Withdraws the contact of a submission, as its person told a coordinator. See `withdrawContact`. */
export const recordWithdrawal = (
  submission: Contact & { receivedAt: string },
  actor: string | undefined,
  req: PayloadRequest,
): Promise<void> =>
  withdrawContact(
    submission,
    { source: 'coordinator', actor },
    withdrawalTime(submission.receivedAt, new Date()),
    req,
  );

/**
 * Suppresses the given phone number and email address, and closes the open submissions that were sent with them.
 * The caller has proof that they belong to the person: a message from that phone, a link that was delivered
 * there, or a coordinator who spoke to them. Repeating it is harmless and covers what they sent in between.
 * Runs in the transaction of `req`.
 */
export async function withdrawContact(
  contact: Contact,
  origin: WithdrawalOrigin,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  for (const hash of contactHashesOf(contact)) {
    await req.payload.create({
      collection: 'suppressions',
      data: { ...hash, source: origin.source, at: at.toISOString(), by: origin.actor },
      depth: 0,
      // System: a withdrawal is recorded whoever reports it.
      overrideAccess: true,
      req,
    });
  }
  await closeSubmissionsOfContact(contact, origin, at, req);
}
