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
 * One stretch in which people answer, by the clock of the zone. It begins on its day at `opens`, `HH:MM`,
 * and ends at `closes`, up to `24:00`; where that is not later than `opens`, on the following day.
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

/** A stretch of real time in which people answer. */
export interface Opening {
  opens: Date;
  closes: Date;
}

/** The whole of a day. */
export const ALL_DAY = { opens: '00:00', closes: '24:00' } as const;

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** True for a time of day like `09:30`. */
export const isClockTime = (value: string): boolean => CLOCK.test(value);

/** True for a time at which an opening can end: as above, or the end of the day, `24:00`. */
export const isClosingTime = (value: string): boolean =>
  isClockTime(value) || value === ALL_DAY.closes;

/** True if an opening ends on the day after the one on which it begins. */
export const isPastMidnight = ({ opens, closes }: Pick<OpenHours, 'opens' | 'closes'>): boolean =>
  closes <= opens;

/** No publisher is closed for longer; past it, we say that there are no hours. */
const HORIZON_DAYS = 21;

/**
 * The openings that have not ended yet, soonest first, over the coming three weeks. What overlaps or
 * adjoins is one opening. An opening keeps its hours on the clock when daylight saving time begins or
 * ends in between.
 */
export const upcomingOpenings = (hours: BusinessHours, now: Date): Opening[] => [
  ...eachOpening(hours, now),
];

/** The same one by one: each costs time, and many who ask need the first alone. */
export function* eachOpening(hours: BusinessHours, now: Date): Generator<Opening> {
  let open: Opening | undefined;
  for (const next of eachStretch(hours, now)) {
    if (open && next.opens <= open.closes) {
      if (next.closes > open.closes) open = { ...open, closes: next.closes };
      continue;
    }
    if (open) yield open;
    open = next;
  }
  if (open) yield open;
}

/** Each stretch as it was entered, by its beginning; the first can have begun yesterday. */
function* eachStretch({ timeZone, hours }: BusinessHours, now: Date): Generator<Opening> {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  for (let ahead = -1; ahead < HORIZON_DAYS; ahead += 1) {
    const date = today.add({ days: ahead });
    yield* hours
      .filter(({ day }) => day === WEEKDAYS[date.dayOfWeek - 1])
      .map((stretch) => ({
        opens: instantOf(date, stretch.opens, timeZone),
        closes: instantOf(
          isPastMidnight(stretch) ? date.add({ days: 1 }) : date,
          stretch.closes,
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
