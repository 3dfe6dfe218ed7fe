/** Stands before the title of a page with mistakes to mend: who hears the page hears of them first. */
export const ERROR = 'Error: ';

interface Named {
  siteName: string;
  /** The one title of all pages, where the publisher wants none that tells what a page is about. */
  neutralTitle?: string;
}

/** What the tab says of a page, and what a bookmark and the history of the browser keep of it. */
export function titleInTab(title: string, { siteName, neutralTitle }: Named): string {
  if (neutralTitle) return title.startsWith(ERROR) ? ERROR + neutralTitle : neutralTitle;
  return title === siteName || siteName === '' ? title : `${title} · ${siteName}`;
}
