import { SCHEME_KEY, SCHEMES, type Scheme } from '#domain/schemes.ts';

/** @returns undefined where the device decides; a store that is closed to us is no harm */
export function keptScheme(): Scheme | undefined {
  try {
    const kept = localStorage.getItem(SCHEME_KEY);
    return SCHEMES.find((scheme) => scheme === kept);
  } catch {
    return undefined;
  }
}

/** For this browser, until the reader chooses otherwise or leaves by the exit link. */
export function keepScheme(scheme: Scheme | undefined): void {
  try {
    if (scheme) localStorage.setItem(SCHEME_KEY, scheme);
    else localStorage.removeItem(SCHEME_KEY);
  } catch {}
}

export function showScheme(scheme: Scheme | undefined): void {
  const { dataset } = document.documentElement;
  if (scheme) dataset.scheme = scheme;
  else delete dataset.scheme;
}
