import type { PayloadRequest } from 'payload';
import { type Contact, contactHashesOf } from './contact.ts';

/**
 * True if a person may be contacted because of a submission or consent given at `since`. A withdrawal at that time
 * or later forbids it; a submission after the withdrawal is new evidence.
 */
export async function mayContact(
  contact: Contact,
  since: Date,
  req: PayloadRequest,
): Promise<boolean> {
  return (await findSuppressedHashes(contact, since, req)).size === 0;
}

/**
 * True if a person has withdrawn every channel of the contact, at `since` or later. A STOP by text withdraws the
 * phone alone; they may still withdraw the email address.
 */
export async function hasWithdrawn(
  contact: Contact,
  since: Date,
  req: PayloadRequest,
): Promise<boolean> {
  const suppressed = await findSuppressedHashes(contact, since, req);
  return suppressed.size > 0 && contactHashesOf(contact).every(({ hash }) => suppressed.has(hash));
}

async function findSuppressedHashes(
  contact: Contact,
  since: Date,
  req: PayloadRequest,
): Promise<Set<string>> {
  const hashes = contactHashesOf(contact).map(({ hash }) => hash);
  const { docs } = await req.payload.find({
    collection: 'suppressions',
    where: { hash: { in: hashes }, at: { greater_than_equal: since.toISOString() } },
    pagination: false,
    depth: 0,
    select: { hash: true },
    // System: a withdrawal counts whoever acts; suppressions hold only hashes.
    overrideAccess: true,
    req,
  });
  return new Set(docs.map(({ hash }) => hash));
}
