import { forgetAll } from './kept.ts';

const PRESSES = 3;
const BETWEEN_MS = 2_000;

/** Leaves the site by its exit link or by Shift pressed three times: nothing stays in the tab. */
export function leaveQuickly(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-quick-exit]');
  if (!link) return;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leaveFor(link.href);
  });
  let presses = 0;
  let last = 0;
  document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    const goesOn = key === 'Shift' && timeStamp - last < BETWEEN_MS;
    presses = key === 'Shift' ? (goesOn ? presses + 1 : 1) : 0;
    last = timeStamp;
    if (presses === PRESSES) leaveFor(link.href);
  });
}

function leaveFor(href: string): void {
  forgetAll();
  // The other page can take a while: until then, this one shows nothing.
  document.documentElement.hidden = true;
  document.title = '';
  location.replace(href);
}
