import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';

/** The country a number without a country code is taken to be of. */
const HOME: CountryCode = 'US';

const HOW = 'Enter a phone number with area code, like 212 555 0123';

/** A phone number as a person types it, extension and all; kept as typed. */
export const phone = z
  .string({ error: HOW })
  .trim()
  .min(1, HOW)
  .max(40, HOW)
  .refine((typed) => toE164(typed) !== undefined, HOW);

/**
 * The number in E.164, like `+12125550123`, or undefined if there can be no such number.
 * An extension is no part of E.164: it stays with the number as typed.
 *
 * Source: ITU-T E.164, by way of libphonenumber.
 */
export function toE164(typed: string): string | undefined {
  // Numbers copied from a phone's contacts carry invisible direction marks.
  const visible = typed.replace(/\p{Cf}/gu, '');
  const number = parsePhoneNumberFromString(visible, { defaultCountry: HOME, extract: false });
  return number?.isValid() ? number.number : undefined;
}

/** A link that dials the number; its extension is dialed after a pause. A short one, like 911, has no country code. */
export const telHref = (typed: string): string => {
  const number = parsePhoneNumberFromString(typed, { defaultCountry: HOME, extract: false });
  return number?.isPossible() ? number.getURI() : `tel:${typed.replace(/[^+\d]/g, '')}`;
};
