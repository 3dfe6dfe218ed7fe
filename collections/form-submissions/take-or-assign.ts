import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { holds } from '#access/rules.ts';
import { idOf } from '#domain/relation.ts';
import type { FormSubmission } from '#payload-types.ts';

const RULE = 'You can take a request or give yours back. A lead coordinator assigns it to others.';

/**
 * A coordinator takes a request or gives it back; leads and administrators assign it to anybody.
 * @throws ValidationError at the owner
 */
export const takeOrAssign: CollectionBeforeChangeHook<FormSubmission> = ({
  data,
  originalDoc,
  req,
}) => {
  const { user } = req;
  const before = idOf(originalDoc?.owner);
  const after = 'owner' in data ? idOf(data.owner) : before;
  if (!user || before === after || holds(user, 'lead', 'admin')) return data;
  const takes = before === undefined && after === user.id;
  const givesBack = before === user.id && after === undefined;
  if (takes || givesBack) return data;
  throw new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'owner', message: RULE }],
    req,
  });
};
