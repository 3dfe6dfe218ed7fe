import type { PayloadRequest, Where } from 'payload';
import { emailKey } from '#domain/email.ts';
import { MADE_KEY } from '#domain/made-key.ts';
import { WITHDRAWAL_SOURCE_LABELS, type WithdrawalSource } from '#domain/withdrawal.ts';
import { addLine } from '#hooks/add-line.ts';
import type { FormSubmission } from '#payload-types.ts';
import type { Contact } from './contact.ts';

/** How a withdrawal reached us, and the colleague who wrote it down. */
export interface How {
  source: WithdrawalSource;
  actor?: string;
}

/** Closes what somebody who withdrew had still open, with a line in each timeline. */
export async function closeRequests(
  contact: Contact,
  how: How,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  // One after the other: a transaction carries one operation at a time.
  for (const open of await openRequestsOf(contact, at, req)) await close(open, how, at, req);
}

type Open = Pick<FormSubmission, 'id' | 'keys'>;

async function openRequestsOf(
  { phoneE164, email }: Contact,
  at: Date,
  req: PayloadRequest,
): Promise<Open[]> {
  const theirs: Where[] = [
    ...(phoneE164 ? [{ phoneE164: { equals: phoneE164 } }] : []),
    // In whatever case and writing it was typed; what merely contains it is sorted out below.
    ...(email ? [{ email: { like: email } }, { normalizedEmail: { like: emailKey(email) } }] : []),
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
    select: { phoneE164: true, email: true, keys: true },
    showHiddenFields: true,
    // System: the requests are theirs, whoever writes the withdrawal down.
    overrideAccess: true,
    req,
  });
  return docs.filter(
    (doc) =>
      (phoneE164 && doc.phoneE164 === phoneE164) ||
      (email && doc.email && emailKey(doc.email) === emailKey(email)),
  );
}

async function close(
  { id, keys }: Open,
  { source, actor }: How,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  const text = WITHDRAWAL_SOURCE_LABELS[source];
  await addLine({ submission: id, type: 'withdrawn', text, actor, at: at.toISOString() }, req);
  await req.payload.update({
    collection: 'form-submissions',
    id,
    data: { status: 'closed', closedReason: 'withdrawn', keys: released(keys, id) },
    depth: 0,
    // System: as above.
    overrideAccess: true,
    req,
  });
}

/** Who asks for the same again after the withdrawal asks anew: by its content, it is not the same any more. */
const released = (keys: Open['keys'], id: string): string[] => [
  ...keys.filter((key) => !key.startsWith(MADE_KEY)),
  `withdrawn:${id}`,
];
