import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError } from 'payload';
import { idOf } from '#domain/relation.ts';
import { WORK_ON_REQUESTS } from '#domain/roles.ts';
import type { FormSubmission } from '#payload-types.ts';
import { holds } from '#platform/access/rules.ts';

const NOT_A_COORDINATOR = 'Choose somebody who works on requests.';
const RULE = 'You can take a request or give yours back. A lead coordinator assigns it to others.';

/**
 * A coordinator takes a request or gives it back; leads and administrators assign it to anybody who
 * works on requests.
 * @throws ValidationError at the owner
 */
export const takeOrAssign: CollectionBeforeChangeHook<FormSubmission> = async ({
  data,
  originalDoc,
  req,
}) => {
  const { user } = req;
  const before = idOf(originalDoc?.owner);
  const after = 'owner' in data ? idOf(data.owner) : before;
  if (!user || before === after) return data;
  if (holds(user, 'lead', 'admin')) {
    if (!after || (await worksOnRequests(after, req))) return data;
    throw atOwner(NOT_A_COORDINATOR, req);
  }
  const takes = before === undefined && after === user.id;
  const givesBack = before === user.id && after === undefined;
  if (takes || givesBack) return data;
  throw atOwner(RULE, req);
};

async function worksOnRequests(id: string, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { id: { equals: id }, roles: { in: [...WORK_ON_REQUESTS] } },
    // System: a lead assigns to colleagues whose accounts a lead cannot see.
    overrideAccess: true,
    req,
  });
  return totalDocs > 0;
}

const atOwner = (message: string, req: PayloadRequest) =>
  new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'owner', message }],
    req,
  });
