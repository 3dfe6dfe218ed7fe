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

/**
 * A weekly opening, in local time of the zone. It begins on its day at `opens` (`HH:MM`) and ends at `closes`
 * (up to `24:00`). It ends on the following day if `closes` is not later than `opens`.
 */
export interface OpenHours {
  day: Weekday;
  opens: string;
  closes: string;
}

export interface BusinessHours {
  timeZone: string;
  hours: OpenHours[];
}

/** An opening on a specific date, as instants. */
export interface Opening {
  opens: Date;
  closes: Date;
}

export const ALL_DAY = { opens: '00:00', closes: '24:00' } as const;

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** True for a time of day in 24-hour form, like `09:30`. */
export const isClockTime = (value: string): boolean => CLOCK.test(value);

/** True for a time at which an opening can end: a clock time, or `24:00` for the end of the day. */
export const isClosingTime = (value: string): boolean =>
  isClockTime(value) || value === ALL_DAY.closes;

/** True if an opening ends on the day after it begins. */
export const isPastMidnight = ({ opens, closes }: Pick<OpenHours, 'opens' | 'closes'>): boolean =>
  closes <= opens;

/** Days to search ahead. A publisher that is closed for longer counts as one without hours. */
const HORIZON_DAYS = 21;

/**
 * Returns the openings of the coming three weeks that have not ended yet, soonest first. Openings that
 * overlap or adjoin are merged. An opening keeps its local times when daylight saving time begins or ends
 * within it.
 */
export const upcomingOpenings = (hours: BusinessHours, now: Date): Opening[] => [
  ...eachOpening(hours, now),
];

/** Yields the upcoming openings one at a time. Each is costly to compute, and many callers need only the first. */
export function* eachOpening(hours: BusinessHours, now: Date): Generator<Opening> {
  let open: Opening | undefined;
  for (const next of eachEnteredOpening(hours, now)) {
    if (open && next.opens <= open.closes) {
      if (next.closes > open.closes) open = { ...open, closes: next.closes };
      continue;
    }
    if (open) yield open;
    open = next;
  }
  if (open) yield open;
}

/** Yields the openings as entered, before merging, ordered by start. The first may have begun yesterday. */
function* eachEnteredOpening({ timeZone, hours }: BusinessHours, now: Date): Generator<Opening> {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  for (let daysAhead = -1; daysAhead < HORIZON_DAYS; daysAhead += 1) {
    const date = today.add({ days: daysAhead });
    yield* hours
      .filter(({ day }) => day === WEEKDAYS[date.dayOfWeek - 1])
      .map((weekly) => ({
        opens: instantOf(date, weekly.opens, timeZone),
        closes: instantOf(
          isPastMidnight(weekly) ? date.add({ days: 1 }) : date,
          weekly.closes,
          timeZone,
        ),
      }))
      .filter(({ opens, closes }) => opens < closes && closes > now)
      .sort((a, b) => a.opens.getTime() - b.opens.getTime());
  }
}

function instantOf(date: Temporal.PlainDate, clock: string, timeZone: string): Date {
  const [on, plainTime] =
    clock === ALL_DAY.closes ? [date.add({ days: 1 }), ALL_DAY.opens] : [date, clock];
  return new Date(on.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
}
