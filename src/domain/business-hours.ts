import { Temporal } from 'temporal-polyfill';
import type { Locale } from './locales.ts';
import { timeInWords, zoneName } from './time-zone.ts';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const WEEKDAY_LABELS: Record<Weekday, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

/** One stretch of a weekday in which people answer; `opens` and `closes` are `HH:MM` of the zone. */
export interface OpenHours {
  day: Weekday;
  opens: string;
  closes: string;
}

export interface BusinessHours {
  timeZone: string;
  hours: OpenHours[];
}

/** A stretch of real time in which people answer. */
export interface Opening {
  opens: Date;
  closes: Date;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** True for a time of day like `09:30`. */
export const isClockTime = (value: string): boolean => CLOCK.test(value);

/** No publisher is closed for longer; past it, we say that there are no hours. */
const HORIZON_DAYS = 21;

/**
 * The openings that have not ended yet, soonest first, over the coming three weeks. An opening keeps
 * its hours on the clock when daylight saving time begins or ends in between.
 */
export const upcomingOpenings = (hours: BusinessHours, now: Date): Opening[] => [
  ...eachOpening(hours, now),
];

/** The same one by one: each costs time, and many who ask need the first alone. */
export function* eachOpening({ timeZone, hours }: BusinessHours, now: Date): Generator<Opening> {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead += 1) {
    const date = today.add({ days: ahead });
    const at = (clock: string) =>
      new Date(date.toZonedDateTime({ timeZone, plainTime: clock }).epochMilliseconds);
    yield* hours
      .filter(({ day }) => day === WEEKDAYS[date.dayOfWeek - 1])
      .map(({ opens, closes }) => ({ opens: at(opens), closes: at(closes) }))
      .filter(({ opens, closes }) => opens < closes && closes > now)
      .sort((a, b) => a.opens.getTime() - b.opens.getTime());
  }
}

/** The hours in words, like `Monday to Friday, 9:00 AM to 7:00 PM Eastern Time`; empty without hours. */
export function hoursInWords({ timeZone, hours }: BusinessHours, locale: Locale): string {
  const runs: { first: Weekday; last: Weekday; open: string }[] = [];
  for (const day of WEEKDAYS) {
    const open = hours
      .filter((opening) => opening.day === day)
      .map(
        ({ opens, closes }) => `${clockInWords(opens, locale)} to ${clockInWords(closes, locale)}`,
      )
      .join(' and ');
    const run = runs.at(-1);
    if (run?.open === open) run.last = day;
    else runs.push({ first: day, last: day, open });
  }
  const words = runs
    .filter(({ open }) => open)
    .map(({ first, last, open }) => {
      const days = first === last ? '' : ` to ${WEEKDAY_LABELS[last]}`;
      return `${WEEKDAY_LABELS[first]}${days}, ${open}`;
    });
  return words.length === 0 ? '' : `${words.join('; ')} ${zoneName(timeZone, locale)}`;
}

const clockInWords = (clock: string, locale: Locale): string =>
  timeInWords(new Date(`1970-01-01T${clock}Z`), 'UTC', locale);
