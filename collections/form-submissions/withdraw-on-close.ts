import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import { isWithdrawn } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { hasAnyRole } from '#platform/access/rules.ts';
import { recordWithdrawal } from '#submissions/withdrawal/withdraw-contact.ts';

/**
 * Records a withdrawal when a coordinator closes a submission as withdrawn, exactly as the button does: it
 * covers all submissions of the person. Runs in the transaction of the change, before Payload reads the
 * submission.
 */
export const withdrawOnClose: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const { id, data } = args as { id?: string; data?: Partial<FormSubmission> };
  if (operation !== 'update' || overrideAccess || !id || !data) return args;
  if (!hasAnyRole(req.user, ...SUBMISSION_ROLES) || !('status' in data || 'closedReason' in data)) {
    return args;
  }
  const stored = await findSubmission(id, req);
  if (!stored || isWithdrawn(stored) || !isWithdrawn({ ...stored, ...data })) return args;
  await recordWithdrawal(stored, req.user?.id, req);
  return args;
};

async function findSubmission(id: string, req: PayloadRequest) {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { status: true, closedReason: true, phoneE164: true, email: true, receivedAt: true },
    overrideAccess: false,
    req,
  });
  return docs[0];
}
