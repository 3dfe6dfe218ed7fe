import { COLOR_SCHEMES, type ColorScheme } from '#domain/color-schemes.ts';
import { applyScheme, loadScheme, saveScheme } from './scheme-storage.ts';

/** Shows the choice between light and dark. Without scripts it stays hidden, and the device decides. */
export function offerSchemeChoice(): void {
  const choice = document.querySelector<HTMLFieldSetElement>('[data-scheme-choice]');
  if (!choice) return;
  choice.hidden = false;
  const radios = choice.querySelectorAll('input');
  const show = (scheme: ColorScheme | undefined) => {
    applyScheme(scheme);
    setThemeColor(scheme);
    for (const radio of radios) radio.checked = radio.value === (scheme ?? '');
  };
  for (const radio of radios) {
    radio.addEventListener('change', () => {
      const scheme = COLOR_SCHEMES.find((name) => name === radio.value);
      saveScheme(scheme);
      show(scheme);
    });
  }
  show(loadScheme());
  // A page from the back/forward cache may be older than a choice on another page.
  addEventListener('pageshow', () => show(loadScheme()));
}

/** Enables the `theme-color` of the chosen scheme; undefined leaves the decision to the device. */
function setThemeColor(chosen: ColorScheme | undefined): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const { scheme } = meta.dataset;
    const media = scheme === chosen ? 'all' : 'not all';
    meta.setAttribute('media', chosen ? media : `(prefers-color-scheme: ${scheme})`);
  }
}
