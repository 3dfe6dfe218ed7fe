import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { isWithdrawn } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { mayContact } from '#submissions/withdrawal/may-contact.ts';

const CONTACT_WITHDRAWN =
  'They asked us not to contact them. If they send a new request, answer that one.';
const SUBMISSION_WITHDRAWN =
  'They took this request back. If they have sent another one, answer that one.';

/**
 * Enforces withdrawals: a withdrawn submission stays withdrawn, and a submission whose sender withdrew
 * afterward cannot be moved on or reopened: its status stays, or becomes closed.
 * @throws ValidationError at `status`
 */
export const enforceWithdrawal: CollectionBeforeChangeHook<FormSubmission> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data;
  const after = { ...originalDoc, ...data };
  const wasWithdrawn = isWithdrawn(originalDoc);
  // An open submission has no closing reason: a leftover one could count as a withdrawal later.
  const hasStaleReason = after.status !== 'closed' && Boolean(after.closedReason);
  const change = hasStaleReason ? { ...data, closedReason: null } : data;
  if (wasWithdrawn ? isWithdrawn(after) : isSameOrClosed(originalDoc, after)) return change;
  const isContactAllowed = await mayContact(originalDoc, new Date(originalDoc.receivedAt), req);
  if (!wasWithdrawn && isContactAllowed) return change;
  const message = isContactAllowed ? SUBMISSION_WITHDRAWN : CONTACT_WITHDRAWN;
  throw new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'status', message }],
    req,
  });
};

const isSameOrClosed = (before: Pick<FormSubmission, 'status'>, after: typeof before): boolean =>
  after.status === before.status || after.status === 'closed';
