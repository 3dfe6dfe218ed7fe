import { type CountryCode, DEFAULT_SERVED_COUNTRIES } from './phone-number-signals.ts';

/** The settings of the Site for calls and texts. A Site that was saved before they existed has none. */
interface CallAndTextSettings {
  callsAtOnce?: number | null;
  servedCountries?: CountryCode[] | null;
  textsPerHour?: number | null;
}

export const DEFAULT_CALLS_AT_ONCE = 1;
export const MAX_CALLS_AT_ONCE = 50;
export const DEFAULT_TEXTS_PER_HOUR = 60;
export const MAX_TEXTS_PER_HOUR = 10_000;

/** Returns how many calls coordinators can take at the same time. */
export const callsAtOnceOf = ({ callsAtOnce }: CallAndTextSettings): number =>
  callsAtOnce ?? DEFAULT_CALLS_AT_ONCE;

/** Returns the countries whose phone numbers get text messages without a review by a person. */
export const servedCountriesOf = ({
  servedCountries,
}: CallAndTextSettings): readonly CountryCode[] =>
  servedCountries?.length ? servedCountries : DEFAULT_SERVED_COUNTRIES;

/** Returns how many text messages may be sent per hour without a review by a person. */
export const textsPerHourOf = ({ textsPerHour }: CallAndTextSettings): number =>
  textsPerHour ?? DEFAULT_TEXTS_PER_HOUR;
