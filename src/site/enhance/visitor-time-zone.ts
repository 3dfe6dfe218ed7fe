import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatDay, formatTime, formatZone } from '#domain/time-zone.ts';
import { META_FIELDS } from '#forms/form-values.ts';

/**
 * Submits the visitor's time zone with a form, and shows the time slots in that zone. The first use of `Intl` is
 * slow: a form without slots reads the zone only as it is submitted.
 */
export function applyVisitorTimeZone(form: HTMLFormElement): void {
  const control = form.elements.namedItem(META_FIELDS.timeZone);
  if (!(control instanceof HTMLInputElement)) return;
  for (const slots of form.querySelectorAll<HTMLElement>('[data-slots]'))
    relabelTimes(slots, visitorTimeZone());
  form.addEventListener('submit', () => {
    control.value = visitorTimeZone();
  });
}

const visitorTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function relabelTimes(slots: HTMLElement, zone: string): void {
  const renderedZone = slots.dataset.slots ?? zone;
  if (renderedZone === zone) return;
  for (const time of slots.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    const day = formatDay(at, zone, DEFAULT_LOCALE);
    const isOtherDay = day !== formatDay(at, renderedZone, DEFAULT_LOCALE);
    const timeOfDay = formatTime(at, zone, DEFAULT_LOCALE);
    time.textContent = isOtherDay ? `${day}, ${timeOfDay}` : timeOfDay;
  }
  for (const name of slots.querySelectorAll('[data-zone]')) {
    name.textContent = formatZone(zone, DEFAULT_LOCALE);
  }
  slots.dataset.slots = zone;
}
