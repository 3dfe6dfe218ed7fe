import { LANGUAGE_TAGS, type Locale } from './locales.ts';

/** Zones that were found valid: checking a zone takes longer than the rest of the validation. */
const validZones = new Set<string>();
/** Bound of the set. Names count in any mix of upper and lower case, so there are more than zones. */
const MAX_VALID_ZONES = 1_000;

/** Formatters by locale and options: creating one takes fifty times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Bound of the map: visitors choose the zones, and each formatter takes memory. */
const MAX_FORMATTERS = 100;

function getFormatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], options);
  if (formatters.size < MAX_FORMATTERS) formatters.set(key, formatter);
  return formatter;
}

/** True for the name of an IANA time zone that this machine supports, like `America/New_York`. */
export function isTimeZone(zone: string): boolean {
  if (validZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    if (validZones.size < MAX_VALID_ZONES) validZones.add(zone);
    return true;
  } catch {
    return false;
  }
}

/** Returns the name of a zone, like `Eastern Time`. It is the same in winter and summer if there is such a name. */
export function formatZone(zone: string, locale: Locale): string {
  const generic = formatZoneAs(zone, locale, 'longGeneric');
  // Without daylight saving time, the generic name can be a bare offset. The long name says more.
  return generic.startsWith('GMT') ? formatZoneAs(zone, locale, 'long') : generic;
}

function formatZoneAs(zone: string, locale: Locale, timeZoneName: 'long' | 'longGeneric'): string {
  const parts = getFormatter(locale, {
    timeZone: zone,
    timeZoneName,
  }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** Returns a day like `Wednesday, November 25`. */
export function formatDay(at: Date, zone: string, locale: Locale): string {
  return getFormatter(locale, {
    timeZone: zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(at);
}

/** Returns a time of day like `9:15 AM`. */
export function formatTime(at: Date, zone: string, locale: Locale): string {
  return getFormatter(locale, {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

const MIDNIGHT: Record<Locale, string> = { en: 'midnight' };

/** Returns the time at which an opening ends, like `5:00 PM` or `midnight`. `12:00 AM` would leave the day unclear. */
export function formatClosingTime(at: Date, zone: string, locale: Locale): string {
  const words = formatTime(at, zone, locale);
  return words === formatTime(new Date(0), 'UTC', locale) ? MIDNIGHT[locale] : words;
}

/** Returns a clock time from `00:00` to `24:00` like `9:15 AM` or `midnight`. */
export const formatClockTime = (clock: string, locale: Locale): string =>
  formatClosingTime(new Date(`1970-01-01T${clock}Z`), 'UTC', locale);

/** Returns a date like `November 25, 2026`. */
export function formatDate(at: Date, zone: string, locale: Locale): string {
  return getFormatter(locale, {
    timeZone: zone,
    dateStyle: 'long',
  }).format(at);
}

/** Returns a date in ISO 8601 form, like `2026-11-25`. */
export const formatIsoDate = (at: Date, zone: string): string =>
  // Swedish dates have the ISO 8601 form.
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);

/** Returns an instant in full, like `Wednesday, November 25, 2026, 9:15 AM Eastern Time`. */
export function formatMoment(at: Date, zone: string, locale: Locale): string {
  const date = getFormatter(locale, {
    timeZone: zone,
    dateStyle: 'full',
  }).format(at);
  return `${date}, ${formatTime(at, zone, locale)} ${formatZone(zone, locale)}`;
}

/** Returns an instant in a short form for tables, like `Nov 25, 9:15 AM EST`. */
export function formatShortMoment(at: Date, zone: string, locale: Locale): string {
  return getFormatter(locale, {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}
