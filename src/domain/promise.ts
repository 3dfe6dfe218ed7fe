import { Temporal } from 'temporal-polyfill';
import { type BusinessHours, eachOpening, type Opening } from './business-hours.ts';
import type { Locale } from './locales.ts';
import { closingInWords, dayInWords, zoneName } from './time-zone.ts';

/** Sent later than this before closing time, a request is for the next opening. */
const LAST_CALL_MS = 30 * 60_000;

/** The longest wait that is promised where people answer through the night, or never close at all. */
const LONGEST_WAIT_HOURS = 12;

/**
 * The opening in which a request that arrives now will be answered, and by when; undefined without hours.
 */
export function answeredIn(hours: BusinessHours, now: Date): Opening | undefined {
  for (const opening of eachOpening(hours, now)) {
    if (opening.closes.getTime() - now.getTime() >= LAST_CALL_MS) {
      return untilReasonable(opening, now, hours.timeZone);
    }
  }
  return undefined;
}

/** An opening that ends on the day is promised to its end; one that goes on, for half a day, to the full hour. */
function untilReasonable({ opens, closes }: Opening, now: Date, timeZone: string): Opening {
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
  const [opens, closes] = [opening.opens, opening.closes].map((at) =>
    closingInWords(at, timeZone, locale),
  );
  const isOpen = opening.opens <= now;
  // Midnight is the end of the day that it closes.
  const day = isOpen ? new Date(opening.closes.getTime() - 1) : opening.opens;
  const on = dayInWords(day, timeZone, locale);
  const when = on === dayInWords(read, timeZone, locale) ? 'today' : `on ${on}`;
  return isOpen
    ? `${when}, before ${closes} ${zone}`
    : `${when}, between ${opens} and ${closes} ${zone}`;
}
