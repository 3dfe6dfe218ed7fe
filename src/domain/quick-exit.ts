import { parseHref } from './href.ts';

/** The target of the quick exit, the link by which a visitor leaves the site at once. */
export interface QuickExitTarget {
  href: string;
  /** Title of the tab while the other page loads. */
  title: string;
  /** Path of the page about what leaving cannot hide, if it is published. */
  guide?: string;
}

/** The target if the publisher has chosen none: a page that somebody could have open for any reason. */
export const DEFAULT_QUICK_EXIT: QuickExitTarget = {
  href: 'https://www.weather.gov/',
  title: 'Weather',
};

/**
 * True if the quick exit may lead to an address: an encrypted (`https:`) page of another host.
 * @param origin of this site
 */
export function isQuickExitHref(address: string, origin: string): boolean {
  // Pages contain the address unchanged, so it must have no blanks around it.
  if (parseHref(address)?.href !== address || !/^https:/i.test(address)) return false;
  return new URL(address).host !== new URL(origin).host;
}
