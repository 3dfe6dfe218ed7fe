import { type BusinessHours, type Opening, upcomingOpenings } from './business-hours.ts';
import { DEFAULT_LOCALE } from './locales.ts';
import { dayInWords } from './time-zone.ts';

export const CALL_MINUTES = 15;
const CALL_MS = CALL_MINUTES * 60_000;

/** Nobody can prepare a call that begins sooner than this. */
const LEAD_MS = 60 * 60_000;

const WORKING_DAYS = 5;

/**
 * The times at which a call can begin: every quarter of an hour of the coming five working days that
 * have one left, soonest first. A call ends before closing time.
 */
export function offeredSlots(hours: BusinessHours, now: Date): Date[] {
  const slots = upcomingOpenings(hours, now)
    .flatMap(quarters)
    .toSorted((a, b) => a.getTime() - b.getTime())
    .filter((start) => start.getTime() >= now.getTime() + LEAD_MS)
    // Openings can overlap; a time is offered once.
    .filter((start, n, all) => start.getTime() !== all[n - 1]?.getTime());
  const days = new Set<string>();
  return slots.filter((start) => {
    const day = dayInWords(start, hours.timeZone, DEFAULT_LOCALE);
    if (!days.has(day) && days.size === WORKING_DAYS) return false;
    days.add(day);
    return true;
  });
}

function quarters({ opens, closes }: Opening): Date[] {
  const count = Math.floor((closes.getTime() - opens.getTime()) / CALL_MS);
  return Array.from({ length: count }, (_, n) => new Date(opens.getTime() + n * CALL_MS));
}
