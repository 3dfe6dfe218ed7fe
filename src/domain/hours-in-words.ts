import {
  ALL_DAY,
  type BusinessHours,
  isPastMidnight,
  type OpenHours,
  WEEKDAY_LABELS,
  WEEKDAYS,
  type Weekday,
} from './business-hours.ts';
import type { Locale } from './locales.ts';
import { clockInWords, zoneName } from './time-zone.ts';

const AROUND_THE_CLOCK = 'at any hour, every day';

/**
 * The hours in words, like `Monday to Friday, 9:00 AM to 7:00 PM Eastern Time`, or `at any hour, every
 * day`; empty without hours.
 */
export function hoursInWords({ timeZone, hours }: BusinessHours, locale: Locale): string {
  const runs: { first: Weekday; last: Weekday; open: string }[] = [];
  for (const day of WEEKDAYS) {
    const open = dayHoursInWords(
      hours.filter((opening) => opening.day === day),
      locale,
    );
    const run = runs.at(-1);
    if (run?.open === open) run.last = day;
    else runs.push({ first: day, last: day, open });
  }
  if (runs.length === 1 && runs[0]?.open === 'all day') return AROUND_THE_CLOCK;
  const words = runs
    .filter(({ open }) => open)
    .map(({ first, last, open }) => {
      const days = first === last ? '' : ` to ${WEEKDAY_LABELS[last]}`;
      return `${WEEKDAY_LABELS[first]}${days}, ${open}`;
    });
  return words.length === 0 ? '' : `${words.join('; ')} ${zoneName(timeZone, locale)}`;
}

const dayHoursInWords = (hours: OpenHours[], locale: Locale): string =>
  merged(hours)
    .map(({ opens, closes }) =>
      opens === ALL_DAY.opens && closes === ALL_DAY.closes
        ? 'all day'
        : `${clockInWords(opens, locale)} to ${clockInWords(closes, locale)}`,
    )
    .join(' and ');

/** The openings of one day: what overlaps or adjoins is one. */
function merged(hours: OpenHours[]): OpenHours[] {
  const openings: OpenHours[] = [];
  for (const next of hours.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))) {
    const last = openings.at(-1);
    if (last && (isPastMidnight(last) || next.opens <= last.closes)) {
      openings[openings.length - 1] = { ...last, closes: later(last, next) };
    } else openings.push(next);
  }
  return openings;
}

function later(a: OpenHours, b: OpenHours): string {
  if (isPastMidnight(a) !== isPastMidnight(b)) return (isPastMidnight(a) ? a : b).closes;
  return [a.closes, b.closes].sort()[1] ?? a.closes;
}
