import type { Thing } from 'schema-dts';
import type { CrisisLine } from './crisis-lines.ts';
import type { Exit } from './exit.ts';
import type { Locale } from './locales.ts';
import type { LinkView } from './view-models.ts';

/** What surrounds every page. */
export interface SiteLayout {
  locale: Locale;
  siteName: string;
  notice?: string;
  origin: string;
  phoneLine?: LinkView;
  /** Where to say that something on the site does not work, and within how many working days an answer comes. */
  problems?: { email: string; answerDays?: number };
  header: LinkView[];
  footer: { heading: string; links: LinkView[] }[];
  smallPrint?: string;
  crisisLines: CrisisLine[];
  exit: Exit;
  /** The one title of all pages, where the publisher wants none that tells what a page is about. */
  neutralTitle?: string;
}

/** What search engines and shared links are told about a page. */
export interface PageHead {
  title: string;
  description: string;
  path: string;
  /** Set for pages that search engines should leave out. */
  noIndex?: boolean;
  /** Set where an editor has found that nobody needs a quick way out. */
  withoutExit?: boolean;
  /** The pages above it, from the front door. */
  breadcrumbs?: LinkView[];
  /** Where the picture stands that shows it where its address is shared; the one of the site otherwise. */
  card?: string;
  /** What programs are told of what it shows. */
  jsonLd?: Thing[];
}
