import { SCHEMES, type Scheme } from '#domain/schemes.ts';
import { keepScheme, keptScheme, showScheme } from './kept-scheme.ts';

/** Lets the reader choose between light and dark; without scripts the device decides, and nothing is asked. */
export function chooseScheme(): void {
  const choice = document.querySelector<HTMLFieldSetElement>('[data-scheme-choice]');
  if (!choice) return;
  choice.hidden = false;
  const radios = choice.querySelectorAll('input');
  const show = (scheme: Scheme | undefined) => {
    showScheme(scheme);
    colorFrame(scheme);
    for (const radio of radios) radio.checked = radio.value === (scheme ?? '');
  };
  for (const radio of radios) {
    radio.addEventListener('change', () => {
      const scheme = SCHEMES.find((one) => one === radio.value);
      keepScheme(scheme);
      show(scheme);
    });
  }
  show(keptScheme());
  // Who goes back is shown a page as it was left, whatever was chosen on another one since.
  addEventListener('pageshow', () => show(keptScheme()));
}

/** What the browser draws around the page: of two colors, each is for one scheme. */
function colorFrame(chosen: Scheme | undefined): void {
  for (const color of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = color.dataset.scheme;
    const isOn = own === chosen ? 'all' : 'not all';
    color.setAttribute('media', chosen ? isOn : `(prefers-color-scheme: ${own})`);
  }
}
