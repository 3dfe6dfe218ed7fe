import { Temporal } from 'temporal-polyfill';

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
export function upcomingOpenings({ timeZone, hours }: BusinessHours, now: Date): Opening[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const days = Array.from({ length: HORIZON_DAYS }, (_, ahead) => today.add({ days: ahead }));
  return days
    .flatMap((date) => {
      const at = (clock: string) =>
        new Date(date.toZonedDateTime({ timeZone, plainTime: clock }).epochMilliseconds);
      return hours
        .filter(({ day }) => day === WEEKDAYS[date.dayOfWeek - 1])
        .map(({ opens, closes }) => ({ opens: at(opens), closes: at(closes) }));
    })
    .filter(({ opens, closes }) => opens < closes && closes > now)
    .sort((a, b) => a.opens.getTime() - b.opens.getTime());
}
