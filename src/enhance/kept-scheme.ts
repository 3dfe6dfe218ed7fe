/** Light or dark as the reader chose it; undefined where the device decides. */
export type Scheme = 'light' | 'dark' | undefined;

const NAME = 'scheme';

const isScheme = (value: unknown): value is Scheme => value === 'light' || value === 'dark';

/** A store that is closed to us is no harm: the device decides. */
export function keptScheme(): Scheme {
  try {
    const kept = localStorage.getItem(NAME);
    return isScheme(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** For this browser, until the reader chooses otherwise or leaves by the exit link. */
export function keepScheme(scheme: Scheme): void {
  try {
    if (scheme) localStorage.setItem(NAME, scheme);
    else localStorage.removeItem(NAME);
  } catch {}
}

export function showScheme(scheme: Scheme): void {
  const { dataset } = document.documentElement;
  if (scheme) dataset.scheme = scheme;
  else delete dataset.scheme;
}
