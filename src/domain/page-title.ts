/** Prefix of the title of a page with form errors, so that a screen reader announces them first (GOV.UK). */
export const ERROR_PREFIX = 'Error: ';

interface TitleSettings {
  siteName: string;
  /** Title of all pages, for publishers whose titles must not reveal what a page is about. */
  neutralTitle?: string;
}

/** Returns the content of `<title>`, which the tab, bookmarks and the browser history show. */
export function formatDocumentTitle(
  title: string,
  { siteName, neutralTitle }: TitleSettings,
): string {
  if (neutralTitle)
    return title.startsWith(ERROR_PREFIX) ? ERROR_PREFIX + neutralTitle : neutralTitle;
  return title === siteName || siteName === '' ? title : `${title} · ${siteName}`;
}
