import type { ReactNode } from 'react';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { DEFAULT_QUICK_EXIT } from '#domain/quick-exit.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { CrisisStrip } from './crisis-strip.tsx';
import { HeadTags } from './head-tags.tsx';
import styles from './layout.module.css';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

interface LayoutProps {
  siteLayout: SiteLayout;
  head: PageHead;
  children: ReactNode;
}

/** The layout of every page of the site. */
export const Layout = ({ siteLayout, head, children }: LayoutProps) => (
  <>
    <HeadTags head={head} siteLayout={siteLayout} />
    <a className={styles.skip} href="#main">
      Skip to the text
    </a>
    <CrisisStrip lines={siteLayout.crisisLines} />
    <SiteHeader
      {...siteLayout}
      path={head.path}
      exit={head.withoutQuickExit ? undefined : siteLayout.quickExit}
    />
    <main className={styles.main} id="main">
      {head.breadcrumbs && <Breadcrumbs links={head.breadcrumbs} />}
      {children}
    </main>
    <SiteFooter {...siteLayout} />
  </>
);

interface PlainLayoutProps {
  /** The last known layout data; without it, the page has no name and links, but the national crisis lines. */
  siteLayout?: SiteLayout;
  head: Omit<PageHead, 'description' | 'noIndex'>;
  children: ReactNode;
}

const FALLBACK_LAYOUT: SiteLayout = {
  locale: DEFAULT_LOCALE,
  siteName: '',
  origin: '',
  header: [],
  footer: [],
  crisisLines: [...CRISIS_LINES],
  quickExit: DEFAULT_QUICK_EXIT,
};

/** The layout of a page that has to render without the database. */
export const PlainLayout = ({ siteLayout = FALLBACK_LAYOUT, head, children }: PlainLayoutProps) => (
  <Layout siteLayout={siteLayout} head={{ ...head, description: head.title, noIndex: true }}>
    {children}
  </Layout>
);
