import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatDay, formatTime } from '#domain/time-zone.ts';

/** A slot as a form shows it. */
export interface SlotTime {
  /** Start, as an ISO instant. */
  at: string;
  /** Start as a time of day, like `9:15 AM`. */
  time: string;
}

/** The slots of one day. */
export interface SlotDay {
  /** Like `Wednesday, November 25`. */
  day: string;
  times: SlotTime[];
}

/** Groups slots, given as ISO instants in order, by their day in a time zone. */
export function groupSlotsByDay(slots: readonly string[], timeZone: string): SlotDay[] {
  const days = new Map<string, SlotTime[]>();
  for (const at of slots) {
    const start = new Date(at);
    const day = formatDay(start, timeZone, DEFAULT_LOCALE);
    const times = days.get(day) ?? [];
    times.push({ at, time: formatTime(start, timeZone, DEFAULT_LOCALE) });
    days.set(day, times);
  }
  return [...days].map(([day, times]) => ({ day, times }));
}
