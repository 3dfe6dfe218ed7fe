import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import type { Status } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { mayContact } from '#withdrawal/may-contact.ts';

/** To say this of a request is to say that somebody was contacted, or will be. */
const BY_CONTACT: readonly Status[] = ['contacted', 'scheduled'];

const WITHDREW = 'They asked us not to contact them. If they send a new request, answer that one.';

/**
 * Nobody is contacted who withdrew after they sent the request.
 * @throws ValidationError at the status
 */
export const refuseContact: CollectionBeforeChangeHook<FormSubmission> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const { status } = data;
  if (operation !== 'update' || !originalDoc || !status || status === originalDoc.status) {
    return data;
  }
  if (!BY_CONTACT.includes(status)) return data;
  if (await mayContact(originalDoc, new Date(originalDoc.receivedAt), req)) return data;
  throw new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'status', message: WITHDREW }],
    req,
  });
};
