import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { SpamSignal } from './spam-signals.ts';

export type { CountryCode };

/** The countries whose numbers are texted and called without a second thought, unless Site says others. */
export const SERVED_BY_DEFAULT: CountryCode[] = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];

/** All countries that have phone numbers, by ISO 3166. */
export const COUNTRIES: CountryCode[] = getCountries();

/** What can be wrong with calling a number, or texting it. */
export type NumberConcern = Extract<SpamSignal, `number-${string}`>;

/** Kinds of numbers that a person has; the others cost their caller more, or reach a company. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'MOBILE',
  'FIXED_LINE',
  'FIXED_LINE_OR_MOBILE',
  'VOIP',
]);

/** In the North American plan: codes that are no place, and exchanges that bill their caller. */
const NO_PLACE =
  /^\+1(?:[2-9]11|5(?:00|2\d|33|44|55|66|77|88)|6(?:00|22|33|44|55|66|77|88)|700|710|9(?:00|50|76)|\d{3}(?:976|5551212))/;

/**
 * What speaks against texting or calling a number by ourselves: it costs more than a call at home, is
 * of a country that is not served, or of no person. Undefined if nothing does.
 *
 * A country serves its geographic and mobile numbers only. In the North American plan the area code
 * decides, since numbers that nobody has been given yet have no type.
 *
 * @param e164 like `+12125550123`
 */
export function concernAbout(
  e164: string,
  served: readonly CountryCode[],
): NumberConcern | undefined {
  const number = parsePhoneNumberFromString(e164);
  const type = number?.getType();
  if (type === 'TOLL_FREE') return 'number-toll-free';
  // Satellites and other networks have a code and no country.
  if (!number?.country || NO_PLACE.test(e164)) return 'number-costly';
  const isAssignable = number.countryCallingCode === '1' && type === undefined;
  if (!isAssignable && !OF_PEOPLE.has(type ?? '')) return 'number-costly';
  return served.includes(number.country) ? undefined : 'number-abroad';
}
