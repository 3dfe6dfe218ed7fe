import type { Thing } from 'schema-dts';
import type { CrisisLine } from './crisis-lines.ts';
import type { Locale } from './locales.ts';
import type { QuickExitTarget } from './quick-exit.ts';
import type { LinkView } from './view-models.ts';

/** View model of what every page shares: header, footer, crisis lines and quick exit. */
export interface SiteLayout {
  locale: Locale;
  siteName: string;
  notice?: string;
  origin: string;
  phoneLine?: LinkView;
  /** Where visitors report that the site does not work, and within how many working days they get an answer. */
  problemReports?: { email: string; answerDays?: number };
  header: LinkView[];
  footer: { heading: string; links: LinkView[] }[];
  smallPrint?: string;
  crisisLines: CrisisLine[];
  quickExit: QuickExitTarget;
  /** Title of all pages, for publishers whose titles must not reveal what a page is about. */
  neutralTitle?: string;
}

/** Metadata of a page, for `<head>`. */
export interface PageHead {
  title: string;
  description: string;
  path: string;
  /** True if search engines must not index the page. */
  noIndex?: boolean;
  /** True if an editor has removed the quick exit from the page. */
  withoutQuickExit?: boolean;
  /** The pages above this one, from the home page down. */
  breadcrumbs?: LinkView[];
  /** Path of the social card; the default one of the site if undefined. */
  socialCard?: string;
  /** Structured data about the content (schema.org). */
  jsonLd?: Thing[];
}
