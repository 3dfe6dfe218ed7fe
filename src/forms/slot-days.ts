import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { dayInWords, timeInWords } from '#domain/time-zone.ts';

/** A time at which a call can begin. */
export interface OfferedTime {
  /** ISO instant. */
  at: string;
  /** Time of day in words. */
  time: string;
}

/** The times of one day, as a form shows them. */
export interface SlotDay {
  day: string;
  times: OfferedTime[];
}

/** The times that can be chosen, by the days on which they fall in this zone. */
export function slotDays(slots: readonly string[], timeZone: string): SlotDay[] {
  const days = new Map<string, OfferedTime[]>();
  for (const at of slots) {
    const start = new Date(at);
    const day = dayInWords(start, timeZone, DEFAULT_LOCALE);
    const times = days.get(day) ?? [];
    times.push({ at, time: timeInWords(start, timeZone, DEFAULT_LOCALE) });
    days.set(day, times);
  }
  return [...days].map(([day, times]) => ({ day, times }));
}
