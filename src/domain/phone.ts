import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { decodeLink, normalizePastedLine, stripTrailingNote } from './pasted-text.ts';

/** Country of numbers without a country code. */
const HOME_COUNTRY: CountryCode = 'US';

const MESSAGE = 'Enter a phone number with area code, like 212 555 0123';

/** Leaves room for the labels and notes that a contact card adds to a number. */
const MAX_TYPED_LENGTH = 100;

/** Schema of a phone number, with or without extension. The parsed value stays as typed. */
export const phoneSchema = z
  .string({ error: MESSAGE })
  .trim()
  .min(1, MESSAGE)
  .max(MAX_TYPED_LENGTH, { error: MESSAGE, abort: true })
  .refine((typed) => toE164(typed) !== undefined, MESSAGE);

const LINK = /^(?:tel|sms|smsto|mms|callto|facetime):(?:\/\/)?/i;

const WORD =
  '(?:home|work|office|main|mobile|cell|cellular|cellphone|personal|iphone|phone|telephone|tel|mob|ph|number|no|voice|text|call|sms)';
/** Labels that a contact card or a signature puts before a number: `Phone:`, `Mobile phone`, `t.` */
const LABEL = new RegExp(`^\\(?(?:${WORD}(?:[ .:/-]+|\\)\\s*)|[tmpchw][.:]\\s*)+`, 'i');
const TRAILING_WORD = new RegExp(`(?:[ ,/-]+${WORD})+$`, 'i');

/** Extracts the number, with its extension, from text that was pasted from a contact card or a signature. */
function extractNumber(typed: string): string {
  const line = stripTrailingNote(normalizePastedLine(typed))
    .replace(/^["'<“]+|["'>”]+$/g, '')
    .replace(/^[\p{So}\s]+/u, '');
  const number = LINK.test(line)
    ? decodeLink(line.replace(LINK, '').replace(/\?.*$/, ''))
    : stripTrailingNote(line.replace(LABEL, '')).replace(TRAILING_WORD, '');
  return (
    number
      .trim()
      .replace(/;(?!ext=)[\w-]+=[^;]*/gi, '')
      .replace(/\p{Pd}/gu, '-')
      // The international prefix of most countries. No number of the home country begins with it.
      .replace(/^\+?\s*00\s*(?=[1-9])/, '+')
      .replace(/^\+\s+/, '+')
  );
}

const parsePhoneNumber = (typed: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(extractNumber(typed), {
    defaultCountry: HOME_COUNTRY,
    extract: false,
  });

/**
 * Returns the number in E.164 form, like `+12125550123`, or undefined if it is invalid. E.164 has no extensions:
 * only the number as typed has it.
 *
 * Source: ITU-T E.164, as implemented by libphonenumber.
 */
export function toE164(typed: string): string | undefined {
  const number = parsePhoneNumber(typed);
  return number?.isValid() ? number.number : undefined;
}

/** Returns a `tel:` URL with the extension, if there is one. A short number like 911 gets no country code. */
export const telHref = (typed: string): string => {
  const number = parsePhoneNumber(typed);
  return number?.isPossible() ? number.getURI() : `tel:${typed.replace(/[^+\d]/g, '')}`;
};
