import { type BusinessHours, eachOpening, type Opening } from './business-hours.ts';
import type { Locale } from './locales.ts';
import { dayInWords, timeInWords, zoneName } from './time-zone.ts';

/** Sent later than this before closing time, a request is for the next opening. */
const LAST_CALL_MS = 30 * 60_000;

/** The opening in which a request that arrives now will be answered; undefined without hours. */
export function answeredIn(hours: BusinessHours, now: Date): Opening | undefined {
  for (const opening of eachOpening(hours, now)) {
    if (opening.closes.getTime() - now.getTime() >= LAST_CALL_MS) return opening;
  }
  return undefined;
}

/**
 * When a request that arrives now will be answered, in words that fit behind "We will call you":
 * `today, before 6:00 PM Eastern Time`, or the day and hours of the next opening. Read on a later day,
 * it names the day.
 */
export function promiseInWords(
  hours: BusinessHours,
  now: Date,
  locale: Locale,
  read: Date = now,
): string {
  const opening = answeredIn(hours, now);
  if (!opening) return 'as soon as we can';
  const { timeZone } = hours;
  const zone = zoneName(timeZone, locale);
  const opens = timeInWords(opening.opens, timeZone, locale);
  const closes = timeInWords(opening.closes, timeZone, locale);
  const today = dayInWords(read, timeZone, locale);
  const opensOn = dayInWords(opening.opens, timeZone, locale);
  const day = opensOn === today ? 'today' : `on ${opensOn}`;
  if (opening.opens <= now) return `${day}, before ${closes} ${zone}`;
  return `${day}, between ${opens} and ${closes} ${zone}`;
}
