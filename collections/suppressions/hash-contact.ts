import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { email } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { text } from '#domain/text.ts';
import type { Suppression } from '#payload-types.ts';
import { type Contact, hashesOf } from '#withdrawal/contact.ts';

const HOW = 'Enter a phone number with area code, or an email address.';

const typed = text(HOW).max(254, HOW);

/**
 * What a coordinator typed becomes its print, and goes no further.
 * @throws ValidationError at the contact
 */
export const hashContact: CollectionBeforeValidateHook<Suppression> = ({ data, req }) => {
  if (!data || data.hash) return data;
  const [known] = hashesOf(contactIn(data.contact) ?? {});
  if (!known) {
    throw new ValidationError({
      collection: 'suppressions',
      errors: [{ path: 'contact', message: HOW }],
      req,
    });
  }
  return {
    ...known,
    source: 'coordinator',
    at: new Date().toISOString(),
    by: req.user?.id,
  };
};

/** A phone number or an email address, whichever it can be. */
function contactIn(value: unknown): Contact | undefined {
  const { data: words } = typed.safeParse(value);
  if (!words) return undefined;
  const phoneE164 = toE164(words);
  if (phoneE164) return { phoneE164 };
  const { data: address } = email.safeParse(words);
  return address ? { email: address } : undefined;
}
