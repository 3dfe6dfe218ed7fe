import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { dayInWords, timeInWords, zoneName } from '#domain/time-zone.ts';
import { BESIDE } from '#forms/typed.ts';

/**
 * Tells the door the visitor's time zone, and tells the visitor the times to choose from in it. To ask a browser for
 * the first time takes a while: where no times are told, it is asked once the form is sent.
 */
export function tellZone(form: HTMLFormElement): void {
  const control = form.elements.namedItem(BESIDE.timeZone);
  if (!(control instanceof HTMLInputElement)) return;
  for (const slots of form.querySelectorAll<HTMLElement>('[data-slots]')) relabel(slots, ownZone());
  form.addEventListener('submit', () => {
    control.value = ownZone();
  });
}

const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function relabel(slots: HTMLElement, zone: string): void {
  const told = slots.dataset.slots ?? zone;
  if (told === zone) return;
  for (const time of slots.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    const day = dayInWords(at, zone, DEFAULT_LOCALE);
    const moved = day !== dayInWords(at, told, DEFAULT_LOCALE);
    const words = timeInWords(at, zone, DEFAULT_LOCALE);
    time.textContent = moved ? `${day}, ${words}` : words;
  }
  for (const name of slots.querySelectorAll('[data-zone]')) {
    name.textContent = zoneName(zone, DEFAULT_LOCALE);
  }
  slots.dataset.slots = zone;
}
