import type { PayloadRequest, Where } from 'payload';
import { WITHDRAWAL_SOURCE_LABELS, type WithdrawalSource } from '#domain/withdrawal.ts';
import type { FormSubmission } from '#payload-types.ts';
import { type Contact, hashesOf } from './contact.ts';

/** How a withdrawal reached us, and the colleague who wrote it down. */
export interface How {
  source: WithdrawalSource;
  actor?: string;
}

/**
 * Takes somebody at their word that they want no contact: every way to reach them is suppressed, and
 * their open requests are closed. To do it again does no harm. Runs in the transaction of `req`.
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
  for (const { id } of await openRequestsOf(contact, at, req)) await close(id, how, at, req);
}

async function openRequestsOf(
  { phoneE164, email }: Contact,
  at: Date,
  req: PayloadRequest,
): Promise<Pick<FormSubmission, 'id'>[]> {
  const theirs: Where[] = [
    ...(phoneE164 ? [{ phoneE164: { equals: phoneE164 } }] : []),
    ...(email ? [{ email: { equals: email } }] : []),
  ];
  if (theirs.length === 0) return [];
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: {
      or: theirs,
      status: { not_equals: 'closed' },
      receivedAt: { less_than_equal: at.toISOString() },
    },
    pagination: false,
    depth: 0,
    select: {},
    // System: the requests are theirs, whoever writes the withdrawal down.
    overrideAccess: true,
    req,
  });
  return docs;
}

async function close(
  id: string,
  { source, actor }: How,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  // System: as above.
  const system = { depth: 0, overrideAccess: true, req } as const;
  await req.payload.create({
    collection: 'submission-events',
    data: {
      submission: id,
      type: 'withdrawn',
      text: WITHDRAWAL_SOURCE_LABELS[source],
      actor,
      at: at.toISOString(),
    },
    ...system,
  });
  await req.payload.update({
    collection: 'form-submissions',
    id,
    data: { status: 'closed', closedReason: 'withdrawn' },
    ...system,
  });
}
