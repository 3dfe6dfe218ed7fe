import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError } from 'payload';
import { idOf } from '#domain/relationship.ts';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import type { FormSubmission } from '#payload-types.ts';
import { hasAnyRole } from '#platform/access/rules.ts';

const NOT_A_COORDINATOR = 'Choose somebody who works on requests.';
const MAY_NOT_ASSIGN =
  'You can take a request or give yours back. A lead coordinator assigns it to others.';

/**
 * Lets a coordinator take a submission or give it back, and leads and administrators assign it to any
 * coordinator.
 * @throws ValidationError at `owner`
 */
export const authorizeOwnerChange: CollectionBeforeChangeHook<FormSubmission> = async ({
  data,
  originalDoc,
  req,
}) => {
  const { user } = req;
  const before = idOf(originalDoc?.owner);
  const after = 'owner' in data ? idOf(data.owner) : before;
  if (!user || before === after) return data;
  if (hasAnyRole(user, 'lead', 'admin')) {
    if (!after || (await worksOnRequests(after, req))) return data;
    throw ownerError(NOT_A_COORDINATOR, req);
  }
  const takes = before === undefined && after === user.id;
  const givesBack = before === user.id && after === undefined;
  if (takes || givesBack) return data;
  throw ownerError(MAY_NOT_ASSIGN, req);
};

async function worksOnRequests(id: string, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { id: { equals: id }, roles: { in: [...SUBMISSION_ROLES] } },
    // System: leads may not read the accounts that they assign to.
    overrideAccess: true,
    req,
  });
  return totalDocs > 0;
}

const ownerError = (message: string, req: PayloadRequest) =>
  new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'owner', message }],
    req,
  });
