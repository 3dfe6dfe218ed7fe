import { LANGUAGE_TAGS, type Locale } from './locales.ts';

/** Those that were asked for and exist: finding it out takes longer than all else that is checked. */
const known = new Set<string>();
/** More than there are; a name counts in any mix of capitals. */
const MOST_KNOWN = 1_000;

/** Those that were used: to make one takes fifty times as long as to use it. */
const made = new Map<string, Intl.DateTimeFormat>();
/** Each takes some memory, and visitors name zones. */
const MOST_MADE = 100;

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = made.get(key) ?? new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], options);
  if (made.size < MOST_MADE) made.set(key, format);
  return format;
}

/** True if this machine knows the IANA time zone by that name, like `America/New_York`. */
export function isTimeZone(zone: string): boolean {
  if (known.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    if (known.size < MOST_KNOWN) known.add(zone);
    return true;
  } catch {
    return false;
  }
}

/** The zone in words, like `Eastern Time`, in winter and summer alike where it has a name for both. */
export function zoneName(zone: string, locale: Locale): string {
  const generic = nameOf(zone, locale, 'longGeneric');
  // A zone without seasons can be known as an offset only; its full name says more.
  return generic.startsWith('GMT') ? nameOf(zone, locale, 'long') : generic;
}

function nameOf(zone: string, locale: Locale, timeZoneName: 'long' | 'longGeneric'): string {
  const parts = formatter(locale, {
    timeZone: zone,
    timeZoneName,
  }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** A day in words, like `Wednesday, November 25`. */
export function dayInWords(at: Date, zone: string, locale: Locale): string {
  return formatter(locale, {
    timeZone: zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(at);
}

/** A time of day in words, like `9:15 AM`. */
export function timeInWords(at: Date, zone: string, locale: Locale): string {
  return formatter(locale, {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

const MIDNIGHT: Record<Locale, string> = { en: 'midnight' };

/** The same in a sentence on the end of an opening: nobody knows which of two days `12:00 AM` belongs to. */
export function closingInWords(at: Date, zone: string, locale: Locale): string {
  const words = timeInWords(at, zone, locale);
  return words === timeInWords(new Date(0), 'UTC', locale) ? MIDNIGHT[locale] : words;
}

/** A time on the clock in words, from `00:00` to `24:00`. */
export const clockInWords = (clock: string, locale: Locale): string =>
  closingInWords(new Date(`1970-01-01T${clock}Z`), 'UTC', locale);

/** A day with its year, like `November 25, 2026`. */
export function dateInWords(at: Date, zone: string, locale: Locale): string {
  return formatter(locale, {
    timeZone: zone,
    dateStyle: 'long',
  }).format(at);
}

/** The same for programs, like `2026-11-25`. */
export const isoDate = (at: Date, zone: string): string =>
  // Of all languages, Swedish writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);

/** A moment in full, like `Wednesday, November 25, 2026, 9:15 AM Eastern Time`. */
export function momentInWords(at: Date, zone: string, locale: Locale): string {
  const date = formatter(locale, {
    timeZone: zone,
    dateStyle: 'full',
  }).format(at);
  return `${date}, ${timeInWords(at, zone, locale)} ${zoneName(zone, locale)}`;
}

/** A moment as it fits into a table, like `Nov 25, 9:15 AM EST`. */
export function shortMoment(at: Date, zone: string, locale: Locale): string {
  return formatter(locale, {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}
