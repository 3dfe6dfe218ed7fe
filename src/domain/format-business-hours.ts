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
import { formatClockTime, formatZone } from './time-zone.ts';

const AROUND_THE_CLOCK = 'at any hour, every day';

/**
 * Returns the weekly hours like `Monday to Friday, 9:00 AM to 7:00 PM Eastern Time`, or `at any hour, every
 * day`. Returns an empty string if there are no hours.
 */
export function formatBusinessHours({ timeZone, hours }: BusinessHours, locale: Locale): string {
  const runs: { first: Weekday; last: Weekday; open: string }[] = [];
  for (const day of WEEKDAYS) {
    const open = formatDayHours(
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
  return words.length === 0 ? '' : `${words.join('; ')} ${formatZone(timeZone, locale)}`;
}

const formatDayHours = (hours: OpenHours[], locale: Locale): string =>
  mergeOpenings(hours)
    .map(({ opens, closes }) =>
      opens === ALL_DAY.opens && closes === ALL_DAY.closes
        ? 'all day'
        : `${formatClockTime(opens, locale)} to ${formatClockTime(closes, locale)}`,
    )
    .join(' and ');

/** Merges the openings of one day that overlap or adjoin. */
function mergeOpenings(hours: OpenHours[]): OpenHours[] {
  const openings: OpenHours[] = [];
  for (const next of hours.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))) {
    const previous = openings.at(-1);
    if (previous && (isPastMidnight(previous) || next.opens <= previous.closes)) {
      openings[openings.length - 1] = { ...previous, closes: laterClosing(previous, next) };
    } else openings.push(next);
  }
  return openings;
}

function laterClosing(a: OpenHours, b: OpenHours): string {
  if (isPastMidnight(a) !== isPastMidnight(b)) return (isPastMidnight(a) ? a : b).closes;
  return [a.closes, b.closes].sort()[1] ?? a.closes;
}
