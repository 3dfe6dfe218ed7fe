import { type BusinessHours, eachOpening, type Opening } from './business-hours.ts';
import { DEFAULT_LOCALE } from './locales.ts';
import { formatDay } from './time-zone.ts';

export const CALL_MINUTES = 15;
const CALL_MS = CALL_MINUTES * 60_000;

/** Shortest notice before a call, so that a coordinator can prepare. */
const MIN_NOTICE_MS = 60 * 60_000;

const OFFERED_DAYS = 5;

/**
 * Returns the times at which a call can begin, soonest first: every quarter of an hour of the next five days that
 * have business hours left. A call ends by closing time.
 */
export function offeredSlots(hours: BusinessHours, now: Date): Date[] {
  const slots: Date[] = [];
  const days = new Set<string>();
  for (const opening of eachOpening(hours, now)) {
    for (const start of eachSlot(opening, now.getTime() + MIN_NOTICE_MS)) {
      days.add(formatDay(start, hours.timeZone, DEFAULT_LOCALE));
      if (days.size > OFFERED_DAYS) return slots;
      slots.push(start);
    }
  }
  return slots;
}

/**
 * Yields every quarter of an hour of an opening, counted from its start.
 * @param from earliest time, in milliseconds since the epoch
 */
function* eachSlot({ opens, closes }: Opening, from: number): Generator<Date> {
  const first = Math.max(0, Math.ceil((from - opens.getTime()) / CALL_MS));
  const last = closes.getTime() - CALL_MS;
  for (let at = opens.getTime() + first * CALL_MS; at <= last; at += CALL_MS) yield new Date(at);
}
