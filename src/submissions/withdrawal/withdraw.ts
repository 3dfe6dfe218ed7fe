import type { PayloadRequest } from 'payload';
import { closeRequests, type How } from './close-requests.ts';
import { type Contact, hashesOf } from './contact.ts';

/** The clock of the process that took the request can be ahead of ours: nothing is withdrawn before it came. */
export const notBefore = (receivedAt: string | Date, now: Date): Date =>
  new Date(Math.max(now.getTime(), new Date(receivedAt).getTime()));

/** As below, for what the person of a request told a coordinator. */
export const recordWithdrawal = (
  request: Contact & { receivedAt: string },
  actor: string | undefined,
  req: PayloadRequest,
): Promise<void> =>
  withdrawContact(
    request,
    { source: 'coordinator', actor },
    notBefore(request.receivedAt, new Date()),
    req,
  );

/**
 * Takes somebody at their word that they want no contact: every way to reach them that is given is
 * suppressed, and the open requests that came from there are closed. The caller has proof that it is
 * theirs: a message from that phone, a link that was delivered there, a coordinator who spoke to them.
 * To do it again does no harm, and counts for what they sent in between. Runs in the transaction of `req`.
 */
export async function withdrawContact(
  contact: Contact,
  how: How,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  for (const known of hashesOf(contact)) {
    await req.payload.create({
      collection: 'suppressions',
      data: { ...known, source: how.source, at: at.toISOString(), by: how.actor },
      depth: 0,
      // System: the person said so, and nobody may keep it from counting.
      overrideAccess: true,
      req,
    });
  }
  await closeRequests(contact, how, at, req);
}
