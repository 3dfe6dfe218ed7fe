import { COLOR_SCHEME_KEY, COLOR_SCHEMES, type ColorScheme } from '#domain/color-schemes.ts';

/** @returns the reader's choice; undefined if there is none, or the browser blocks its storage: the device decides */
export function loadScheme(): ColorScheme | undefined {
  try {
    const stored = localStorage.getItem(COLOR_SCHEME_KEY);
    return COLOR_SCHEMES.find((scheme) => scheme === stored);
  } catch {
    return undefined;
  }
}

/** Stores the choice in this browser, until the reader changes it or leaves by the quick exit. */
export function saveScheme(scheme: ColorScheme | undefined): void {
  try {
    if (scheme) localStorage.setItem(COLOR_SCHEME_KEY, scheme);
    else localStorage.removeItem(COLOR_SCHEME_KEY);
  } catch {}
}

export function applyScheme(scheme: ColorScheme | undefined): void {
  const { dataset } = document.documentElement;
  if (scheme) dataset.scheme = scheme;
  else delete dataset.scheme;
}
