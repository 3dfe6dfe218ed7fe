import {
  type CollectionAfterChangeHook,
  type CollectionBeforeValidateHook,
  ValidationError,
} from 'payload';
import { email } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { text } from '#domain/text.ts';
import type { Suppression } from '#payload-types.ts';
import { closeRequests } from '#submissions/withdrawal/close-requests.ts';
import { type Contact, hashesOf } from '#submissions/withdrawal/contact.ts';

const HOW = 'Enter a phone number with area code, or an email address.';

const typed = text(HOW).max(254, HOW);

/** Where what was typed waits, in memory, until the requests of that person are closed. */
const TYPED = 'withdrawn contact';

/**
 * What a coordinator typed becomes its print, and goes no further.
 * @throws ValidationError at the contact
 */
export const hashContact: CollectionBeforeValidateHook<Suppression> = ({ data, req }) => {
  if (!data || data.hash) return data;
  const contact = contactIn(data.contact) ?? {};
  const [known] = hashesOf(contact);
  if (!known) {
    throw new ValidationError({
      collection: 'suppressions',
      errors: [{ path: 'contact', message: HOW }],
      req,
    });
  }
  req.context[TYPED] = contact;
  return {
    ...known,
    source: 'coordinator',
    at: new Date().toISOString(),
    by: req.user?.id,
  };
};

/** Closes the open requests of the person whom a coordinator wrote down. */
export const closeTheirs: CollectionAfterChangeHook<Suppression> = async ({ doc, req }) => {
  const contact = req.context[TYPED] as Contact | undefined;
  if (!contact) return doc;
  delete req.context[TYPED];
  const how = { source: 'coordinator', actor: req.user?.id } as const;
  await closeRequests(contact, how, new Date(doc.at ?? Date.now()), req);
  return doc;
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
