import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { decodedLink, visibleLine, withoutNote } from './clipboard.ts';

/** The country a number without a country code is taken to be of. */
const HOME: CountryCode = 'US';

const HOW = 'Enter a phone number with area code, like 212 555 0123';

/** More than a contact card writes around a number. */
const LONGEST_TYPED = 100;

/** A phone number as a person types it, extension and all; kept as typed. */
export const phone = z
  .string({ error: HOW })
  .trim()
  .min(1, HOW)
  .max(LONGEST_TYPED, { error: HOW, abort: true })
  .refine((typed) => toE164(typed) !== undefined, HOW);

const LINK = /^(?:tel|sms|smsto|mms|callto|facetime):(?:\/\/)?/i;

const WORD =
  '(?:home|work|office|main|mobile|cell|cellular|cellphone|personal|iphone|phone|telephone|tel|mob|ph|number|no|voice|text|call|sms)';
/** What a contact card or a signature writes before a number: `Phone:`, `Mobile phone`, `t.` */
const LABEL = new RegExp(`^\\(?(?:${WORD}(?:[ .:/-]+|\\)\\s*)|[tmpchw][.:]\\s*)+`, 'i');
const TRAILING_WORD = new RegExp(`(?:[ ,/-]+${WORD})+$`, 'i');

/** A number without what a clipboard or a contact card writes around it. An extension stays. */
function bareNumber(typed: string): string {
  const line = withoutNote(visibleLine(typed))
    .replace(/^["'<“]+|["'>”]+$/g, '')
    .replace(/^[\p{So}\s]+/u, '');
  const number = LINK.test(line)
    ? decodedLink(line.replace(LINK, '').replace(/\?.*$/, ''))
    : withoutNote(line.replace(LABEL, '')).replace(TRAILING_WORD, '');
  return (
    number
      .trim()
      .replace(/;(?!ext=)[\w-]+=[^;]*/gi, '')
      .replace(/\p{Pd}/gu, '-')
      // The prefix by which most of the world dials abroad; no number of the country at home begins so.
      .replace(/^\+?\s*00\s*(?=[1-9])/, '+')
      .replace(/^\+\s+/, '+')
  );
}

const parse = (typed: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(bareNumber(typed), { defaultCountry: HOME, extract: false });

/**
 * The number in E.164, like `+12125550123`, or undefined if there can be no such number.
 * An extension is no part of E.164: it stays with the number as typed.
 *
 * Source: ITU-T E.164, by way of libphonenumber.
 */
export function toE164(typed: string): string | undefined {
  const number = parse(typed);
  return number?.isValid() ? number.number : undefined;
}

/** A link that dials the number; its extension is dialed after a pause. A short one, like 911, has no country code. */
export const telHref = (typed: string): string => {
  const number = parse(typed);
  return number?.isPossible() ? number.getURI() : `tel:${typed.replace(/[^+\d]/g, '')}`;
};
