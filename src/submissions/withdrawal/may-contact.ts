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
  return (await suppressedSince(contact, since, req)).size === 0;
}

/**
 * Whether somebody has withdrawn every way to reach them, then or later. A STOP by text withdraws the
 * phone alone, and they may still ask for no mail.
 */
export async function hasWithdrawn(
  contact: Contact,
  since: Date,
  req: PayloadRequest,
): Promise<boolean> {
  const suppressed = await suppressedSince(contact, since, req);
  return suppressed.size > 0 && hashesOf(contact).every(({ hash }) => suppressed.has(hash));
}

async function suppressedSince(
  contact: Contact,
  since: Date,
  req: PayloadRequest,
): Promise<Set<string>> {
  const hashes = hashesOf(contact).map(({ hash }) => hash);
  const { docs } = await req.payload.find({
    collection: 'suppressions',
    where: { hash: { in: hashes }, at: { greater_than_equal: since.toISOString() } },
    pagination: false,
    depth: 0,
    select: { hash: true },
    // System: whether somebody withdrew does not depend on who asks.
    overrideAccess: true,
    req,
  });
  return new Set(docs.map(({ hash }) => hash));
}
