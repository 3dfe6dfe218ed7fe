import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { isWithdrawn } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { mayContact } from '#withdrawal/may-contact.ts';

const WITHDREW = 'They asked us not to contact them. If they send a new request, answer that one.';

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
  if (isWithdrawn(originalDoc)) {
    if (isWithdrawn(after)) return data;
    throw atStatus(req);
  }
  if (after.status === originalDoc.status || after.status === 'closed') return data;
  if (await mayContact(originalDoc, new Date(originalDoc.receivedAt), req)) return data;
  throw atStatus(req);
};

const atStatus = (req: Parameters<typeof refuseContact>[0]['req']) =>
  new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'status', message: WITHDREW }],
    req,
  });
