import { clearAllStorage } from './typed-storage.ts';

const EXIT_PRESSES = 3;
const MAX_GAP_MS = 2_000;

/** Lets visitors leave by the exit link or by pressing Shift three times, with nothing left in the tab. */
export function enableQuickExit(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-quick-exit]');
  if (!link) return;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leaveSite(link);
  });
  let presses = 0;
  let last = 0;
  document.addEventListener('keydown', (event) => {
    if (event.repeat) return;
    const isShift = event.key === 'Shift' && !(event.altKey || event.ctrlKey || event.metaKey);
    const continues = isShift && event.timeStamp - last < MAX_GAP_MS;
    presses = isShift ? (continues ? presses + 1 : 1) : 0;
    last = event.timeStamp;
    if (presses === EXIT_PRESSES) leaveSite(link);
  });
  // Shift and a click select text.
  document.addEventListener('pointerdown', () => {
    presses = 0;
  });
}

function leaveSite({ href, dataset }: HTMLAnchorElement): void {
  // The other page can take a while to load: until then, this tab is blank and has a neutral title.
  document.title = dataset.quickExit ?? '';
  document.documentElement.hidden = true;
  clearAllStorage();
  location.replace(href);
}
