import Head from 'next/head';
import { titleInTab } from '#domain/page-title.ts';
import type { PageHead as About, SiteLayout } from '#domain/site-layout.ts';
import { trailThing } from '#site/structured-data/breadcrumbs.ts';
import { addresses } from './addresses.tsx';
import { sharedLink } from './shared-link.tsx';
import { structuredData } from './structured-data.tsx';

interface PageHeadProps {
  head: About;
  frame: Pick<SiteLayout, 'siteName' | 'origin' | 'neutralTitle'>;
}

/** The colour of the paper, for what browsers draw around a page; the tokens have it too. */
const PAPER = { light: '#fbf7ef', dark: '#1e1b17' };

const SCHEMES = ['light', 'dark'] as const;

/** What search engines, shared links and the browser's own frame are told about a page. */
export function PageHead({ head, frame }: PageHeadProps) {
  const { title, description, path, noIndex, breadcrumbs, jsonLd = [] } = head;
  const { siteName, origin, neutralTitle } = frame;
  return (
    <Head>
      <title>{titleInTab(title, frame)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" key="viewport" />
      <meta name="description" content={description} />
      {noIndex ? <meta name="robots" content="noindex" /> : addresses(origin, path)}
      {sharedLink(head, frame)}
      <meta name="color-scheme" content="light dark" />
      {SCHEMES.map((scheme) => (
        <meta
          name="theme-color"
          key={scheme}
          media={`(prefers-color-scheme: ${scheme})`}
          content={PAPER[scheme]}
          data-scheme={scheme}
        />
      ))}
      {!noIndex &&
        structuredData(breadcrumbs ? [...jsonLd, trailThing(breadcrumbs, origin)] : jsonLd)}
      <link rel="icon" href={neutralTitle ? '/plain.svg' : '/favicon.svg'} />
      <link rel="alternate" type="application/atom+xml" href="/feed.xml" title={siteName} />
    </Head>
  );
}
