import type { ReactNode } from 'react';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { EXIT } from '#domain/exit.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import type { PageHead as About, SiteLayout } from '#domain/site-layout.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { CrisisStrip } from './crisis-strip.tsx';
import styles from './layout.module.css';
import { PageHead } from './page-head.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

interface LayoutProps {
  frame: SiteLayout;
  head: About;
  children: ReactNode;
}

/** What surrounds every page of the site. */
export const Layout = ({ frame, head, children }: LayoutProps) => (
  <>
    <PageHead head={head} frame={frame} />
    <a className={styles.skip} href="#main">
      Skip to the text
    </a>
    <CrisisStrip lines={frame.crisisLines} />
    <SiteHeader {...frame} path={head.path} exit={head.withoutExit ? undefined : frame.exit} />
    <main className={styles.main} id="main">
      {head.breadcrumbs && <Breadcrumbs links={head.breadcrumbs} />}
      {children}
    </main>
    <SiteFooter {...frame} />
  </>
);

interface PlainLayoutProps {
  /** The surroundings as they were last known, if they were. */
  frame?: SiteLayout;
  head: Omit<About, 'description' | 'noIndex'>;
  children: ReactNode;
}

/** No name, no links, but the national crisis lines. */
const UNKNOWN: SiteLayout = {
  locale: DEFAULT_LOCALE,
  siteName: '',
  origin: '',
  header: [],
  footer: [],
  crisisLines: [...CRISIS_LINES],
  exit: EXIT,
};

/** The surroundings of a page that has to render without a database. */
export const PlainLayout = ({ frame = UNKNOWN, head, children }: PlainLayoutProps) => (
  <Layout frame={frame} head={{ ...head, description: head.title, noIndex: true }}>
    {children}
  </Layout>
);
