import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { isWithdrawn } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { mayContact } from '#submissions/withdrawal/may-contact.ts';

const WITHDREW = 'They asked us not to contact them. If they send a new request, answer that one.';
const TAKEN_BACK = 'They took this request back. If they have sent another one, answer that one.';

/**
 * Nobody is contacted who withdrew after they sent the request. One that was withdrawn stays so, and none
 * is opened, or said to be answered, while its contact may not be used.
 * @throws ValidationError at the status
 */
export const refuseContact: CollectionBeforeChangeHook<FormSubmission> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data;
  const after = { ...originalDoc, ...data };
  const isOver = isWithdrawn(originalDoc);
  // What is open has no reason for being closed: one that was chosen and not meant would pass for a withdrawal.
  const hasReason = after.status !== 'closed' && after.closedReason;
  const kept = hasReason ? { ...data, closedReason: null } : data;
  if (isOver ? isWithdrawn(after) : isSameOrClosed(originalDoc, after)) return kept;
  const wantsContact = await mayContact(originalDoc, new Date(originalDoc.receivedAt), req);
  if (!isOver && wantsContact) return kept;
  const message = wantsContact ? TAKEN_BACK : WITHDREW;
  throw new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'status', message }],
    req,
  });
};

const isSameOrClosed = (before: Pick<FormSubmission, 'status'>, after: typeof before): boolean =>
  after.status === before.status || after.status === 'closed';
