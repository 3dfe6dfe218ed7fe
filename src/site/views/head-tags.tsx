import Head from 'next/head';
import { formatDocumentTitle } from '#domain/page-title.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import { breadcrumbsJsonLd } from '#site/structured-data/breadcrumbs.ts';
import { canonicalLinks } from './canonical-links.tsx';
import { jsonLdScript } from './json-ld-script.tsx';
import { openGraphTags } from './open-graph-tags.tsx';

interface HeadTagsProps {
  head: PageHead;
  siteLayout: Pick<SiteLayout, 'siteName' | 'origin' | 'neutralTitle'>;
}

/** Background of the page in each scheme, as in styles/tokens.css: browsers color their toolbars with it. */
const PAPER = { light: '#fbf7ef', dark: '#1e1b17' };

const SCHEMES = ['light', 'dark'] as const;

/** The `head` of a page: what it says to search engines, social networks and the browser. */
export function HeadTags({ head, siteLayout }: HeadTagsProps) {
  const { title, description, path, noIndex, breadcrumbs, jsonLd = [] } = head;
  const { siteName, origin, neutralTitle } = siteLayout;
  return (
    <Head>
      <title>{formatDocumentTitle(title, siteLayout)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" key="viewport" />
      <meta name="description" content={description} />
      {noIndex ? <meta name="robots" content="noindex" /> : canonicalLinks(origin, path)}
      {openGraphTags(head, siteLayout)}
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
        jsonLdScript(breadcrumbs ? [...jsonLd, breadcrumbsJsonLd(breadcrumbs, origin)] : jsonLd)}
      <link rel="icon" href={neutralTitle ? '/plain.svg' : '/favicon.svg'} />
      <link rel="alternate" type="application/atom+xml" href="/feed.xml" title={siteName} />
    </Head>
  );
}
