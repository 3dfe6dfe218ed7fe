import { addressIn } from './href.ts';

/** A way out of the site, as a page shows it. */
export interface Exit {
  href: string;
  /** What the tab says while the other page loads. */
  title: string;
  /** The path of the page on what leaving cannot hide, while it is published. */
  guide?: string;
}

/** The way out while a publisher has chosen no other: to a page that could be open for any reason. */
export const EXIT: Exit = { href: 'https://www.weather.gov/', title: 'Weather' };

/** True for an address that the exit may lead to: one that nobody on the way can read, off the site at `origin`. */
export function isExitAddress(address: string, origin: string): boolean {
  // As it was typed, with nothing around it: it stands in pages as it is.
  if (addressIn(address)?.href !== address || !/^https:/i.test(address)) return false;
  return new URL(address).host !== new URL(origin).host;
}
