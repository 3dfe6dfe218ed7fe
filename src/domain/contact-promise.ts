import { Temporal } from 'temporal-polyfill';
import { type BusinessHours, eachOpening, type Opening } from './business-hours.ts';
import type { Locale } from './locales.ts';
import { formatClosingTime, formatDay, formatZone } from './time-zone.ts';

/** A submission that arrives later than this before closing time is answered in the next opening. */
const LAST_CALL_MS = 30 * 60_000;

/** The longest wait to promise if an opening goes on past midnight, or never ends. */
const LONGEST_WAIT_HOURS = 12;

/** Returns when we contact a visitor whose submission arrives now, or undefined without business hours. */
export function findContactWindow(hours: BusinessHours, now: Date): Opening | undefined {
  for (const opening of eachOpening(hours, now)) {
    if (opening.closes.getTime() - now.getTime() >= LAST_CALL_MS) {
      return limitWait(opening, now, hours.timeZone);
    }
  }
  return undefined;
}

/** Returns the opening to its end if it ends on the same day, or else for half a day, rounded down to the hour. */
function limitWait({ opens, closes }: Opening, now: Date, timeZone: string): Opening {
  const from = Temporal.Instant.fromEpochMilliseconds(
    Math.max(opens.getTime(), now.getTime()),
  ).toZonedDateTimeISO(timeZone);
  const tomorrow = from.startOfDay().add({ days: 1 }).epochMilliseconds;
  if (closes.getTime() <= tomorrow) return { opens, closes };
  const latest = from
    .add({ hours: LONGEST_WAIT_HOURS })
    .round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds;
  return { opens, closes: new Date(Math.min(closes.getTime(), latest)) };
}

/**
 * Returns when we contact a visitor whose submission arrives at `now`, as words that can follow "We will call you":
 * `today, before 6:00 PM Eastern Time`, or the day and hours of the next opening.
 * @param readAt when the text is read; on a later day it names the day instead of `today`
 */
export function formatContactPromise(
  hours: BusinessHours,
  now: Date,
  locale: Locale,
  readAt: Date = now,
): string {
  const opening = findContactWindow(hours, now);
  if (!opening) return 'as soon as we can';
  const { timeZone } = hours;
  const zone = formatZone(timeZone, locale);
  const [opens, closes] = [opening.opens, opening.closes].map((at) =>
    formatClosingTime(at, timeZone, locale),
  );
  const isOpen = opening.opens <= now;
  // Midnight counts as the end of the day before.
  const day = isOpen ? new Date(opening.closes.getTime() - 1) : opening.opens;
  const on = formatDay(day, timeZone, locale);
  const when = on === formatDay(readAt, timeZone, locale) ? 'today' : `on ${on}`;
  return isOpen
    ? `${when}, before ${closes} ${zone}`
    : `${when}, between ${opens} and ${closes} ${zone}`;
}
