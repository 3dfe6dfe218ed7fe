import { type CountryCode, SERVED_BY_DEFAULT } from './number-concerns.ts';

/** What Site says of calls and texts; one that was saved before it was asked says nothing. */
interface Said {
  callsAtOnce?: number | null;
  servedCountries?: CountryCode[] | null;
  textsPerHour?: number | null;
}

export const ONE_CALL = 1;
export const MOST_CALLS = 50;
export const TEXTS_PER_HOUR = 60;
export const MOST_TEXTS_PER_HOUR = 10_000;

/** How many calls there can be at one time. */
export const callsAtOnceOf = ({ callsAtOnce }: Said): number => callsAtOnce ?? ONE_CALL;

/** The countries whose numbers are texted by ourselves. */
export const servedCountriesOf = ({ servedCountries }: Said): readonly CountryCode[] =>
  servedCountries?.length ? servedCountries : SERVED_BY_DEFAULT;

/** How many text messages go out by themselves in an hour. */
export const textsPerHourOf = ({ textsPerHour }: Said): number => textsPerHour ?? TEXTS_PER_HOUR;
