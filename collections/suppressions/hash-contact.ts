import {
  type CollectionAfterChangeHook,
  type CollectionBeforeValidateHook,
  ValidationError,
} from 'payload';
import { emailSchema } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { textSchema } from '#domain/text.ts';
import type { Suppression } from '#payload-types.ts';
import { closeSubmissionsOfContact } from '#submissions/withdrawal/close-submissions.ts';
import { type Contact, contactHashesOf } from '#submissions/withdrawal/contact.ts';

const ENTER_CONTACT = 'Enter a phone number with area code, or an email address.';

const contactText = textSchema(ENTER_CONTACT).max(254, ENTER_CONTACT);

/** Key of the plain contact in `req.context`, in memory only, until `closeContactSubmissions` has used it. */
const CONTACT_KEY = 'withdrawn contact';

/**
 * Replaces the typed phone number or email address by its keyed hash; the plain contact is not stored.
 * @throws ValidationError at `contact`
 */
export const hashContact: CollectionBeforeValidateHook<Suppression> = ({ data, req }) => {
  if (!data || data.hash) return data;
  const contact = parseContact(data.contact) ?? {};
  const [suppression] = contactHashesOf(contact);
  if (!suppression) {
    throw new ValidationError({
      collection: 'suppressions',
      errors: [{ path: 'contact', message: ENTER_CONTACT }],
      req,
    });
  }
  req.context[CONTACT_KEY] = contact;
  return {
    ...suppression,
    source: 'coordinator',
    at: new Date().toISOString(),
    by: req.user?.id,
  };
};

/** Closes the open submissions with the contact that a coordinator entered. */
export const closeContactSubmissions: CollectionAfterChangeHook<Suppression> = async ({
  doc,
  req,
}) => {
  const contact = req.context[CONTACT_KEY] as Contact | undefined;
  if (!contact) return doc;
  delete req.context[CONTACT_KEY];
  const origin = { source: 'coordinator', actor: req.user?.id } as const;
  await closeSubmissionsOfContact(contact, origin, new Date(doc.at ?? Date.now()), req);
  return doc;
};

/** Parses a phone number or an email address; undefined if it is neither. */
function parseContact(value: unknown): Contact | undefined {
  const { data: typed } = contactText.safeParse(value);
  if (!typed) return undefined;
  const phoneE164 = toE164(typed);
  if (phoneE164) return { phoneE164 };
  const { data: address } = emailSchema.safeParse(typed);
  return address ? { email: address } : undefined;
}
