import { forgetAll } from './kept.ts';

const PRESSES = 3;
const BETWEEN_MS = 2_000;

/** Leaves the site by its exit link or by Shift pressed three times: nothing stays in the tab. */
export function leaveQuickly(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-quick-exit]');
  if (!link) return;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leaveBy(link);
  });
  let presses = 0;
  let last = 0;
  document.addEventListener('keydown', (event) => {
    if (event.repeat) return;
    const isShift = event.key === 'Shift' && !(event.altKey || event.ctrlKey || event.metaKey);
    const goesOn = isShift && event.timeStamp - last < BETWEEN_MS;
    presses = isShift ? (goesOn ? presses + 1 : 1) : 0;
    last = event.timeStamp;
    if (presses === PRESSES) leaveBy(link);
  });
  // Who holds Shift to select a text does not mean to leave.
  document.addEventListener('pointerdown', () => {
    presses = 0;
  });
}

function leaveBy({ href, dataset }: HTMLAnchorElement): void {
  // The other page can take a while: until then, the tab says nothing of this one, which is blank.
  document.title = dataset.quickExit ?? '';
  document.documentElement.hidden = true;
  forgetAll();
  location.replace(href);
}
