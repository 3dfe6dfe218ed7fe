import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { SpamSignal } from './spam-signals.ts';

export type { CountryCode };

/** Countries whose numbers raise no signal, unless the Site lists others: the United States and its territories. */
export const DEFAULT_SERVED_COUNTRIES: CountryCode[] = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];

/** All countries that have phone numbers, as ISO 3166 codes. */
export const COUNTRIES: CountryCode[] = getCountries();

/** A spam signal about a phone number. */
export type PhoneNumberSignal = Extract<SpamSignal, `number-${string}`>;

/** Types of numbers that a person can have. The other types cost the caller more, or reach a company. */
const PERSONAL_TYPES: ReadonlySet<string> = new Set([
  'MOBILE',
  'FIXED_LINE',
  'FIXED_LINE_OR_MOBILE',
  'VOIP',
]);

/** Codes of the North American plan that belong to no place, and exchanges that bill the caller. */
const NON_GEOGRAPHIC =
  /^\+1(?:[2-9]11|5(?:00|2\d|33|44|55|66|77|88)|6(?:00|22|33|44|55|66|77|88)|700|710|9(?:00|50|76)|\d{3}(?:976|5551212))/;

/**
 * Returns why a person should look at a phone number before it is called or texted: it costs more than a
 * domestic call, belongs to a country that is not served, or belongs to no person. Returns undefined if it is fine.
 *
 * Only geographic and mobile numbers of a served country are fine. In the North American plan the area code
 * decides, because numbers that are not assigned yet have no type.
 *
 * @param e164 like `+12125550123`
 */
export function assessPhoneNumber(
  e164: string,
  served: readonly CountryCode[],
): PhoneNumberSignal | undefined {
  const number = parsePhoneNumberFromString(e164);
  const type = number?.getType();
  if (type === 'TOLL_FREE') return 'number-toll-free';
  // Satellite and other international networks have a calling code, but no country.
  if (!number?.country || NON_GEOGRAPHIC.test(e164)) return 'number-costly';
  const isAssignable = number.countryCallingCode === '1' && type === undefined;
  if (!isAssignable && !PERSONAL_TYPES.has(type ?? '')) return 'number-costly';
  return served.includes(number.country) ? undefined : 'number-abroad';
}
