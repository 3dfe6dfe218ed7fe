import type { PayloadRequest } from 'payload';
import { type Contact, hashesOf } from './contact.ts';

/**
 * Whether somebody may be contacted on the strength of what they said at that moment: a request, or a
 * consent. Who withdrew then or later may not; what was said after the withdrawal is new evidence.
 */
export async function mayContact(
  contact: Contact,
  since: Date,
  req: PayloadRequest,
): Promise<boolean> {
  const hashes = hashesOf(contact).map(({ hash }) => hash);
  const { docs } = await req.payload.find({
    collection: 'suppressions',
    where: { hash: { in: hashes }, at: { greater_than_equal: since.toISOString() } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: {},
    // System: whether somebody withdrew does not depend on who asks.
    overrideAccess: true,
    req,
  });
  return docs.length === 0;
}
