import { type BusinessHours, eachOpening, type Opening } from './business-hours.ts';
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
  const slots: Date[] = [];
  const days = new Set<string>();
  for (const opening of eachOpening(hours, now)) {
    for (const start of quarters(opening, now.getTime() + LEAD_MS)) {
      days.add(dayInWords(start, hours.timeZone, DEFAULT_LOCALE));
      if (days.size > WORKING_DAYS) return slots;
      slots.push(start);
    }
  }
  return slots;
}

/** The quarters of an hour from the opening on that begin at this moment or later, in milliseconds. */
function* quarters({ opens, closes }: Opening, from: number): Generator<Date> {
  const first = Math.max(0, Math.ceil((from - opens.getTime()) / CALL_MS));
  const last = closes.getTime() - CALL_MS;
  for (let at = opens.getTime() + first * CALL_MS; at <= last; at += CALL_MS) yield new Date(at);
}
