import type { PayloadRequest } from 'payload';
import { closeRequests, type How } from './close-requests.ts';
import { type Contact, hashesOf } from './contact.ts';

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
