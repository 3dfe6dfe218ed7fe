import type { Article, CreativeWork, MedicalWebPage, Person } from 'schema-dts';
import { findBlock } from '#content/blocks/block-view.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import type { ArticleView, AuthorView, LinkView, SourceView } from '#domain/view-models.ts';
import { publisherJsonLd, siteJsonLd } from './site.ts';

/**
 * Describes the page of an article as JSON-LD: exactly what readers see. It names no reviewer, because no sign-off
 * backs that up.
 */
export function articleJsonLd(
  article: ArticleView,
  { path }: Pick<PageHead, 'path'>,
  siteLayout: SiteLayout,
): MedicalWebPage {
  const { origin, locale } = siteLayout;
  const url = `${origin}${path}`;
  const { title, summary } = article;
  return {
    '@type': 'MedicalWebPage',
    '@id': url,
    url,
    name: title,
    description: summary,
    inLanguage: locale,
    isPartOf: siteJsonLd(siteLayout),
    mainEntity: mainEntityJsonLd(article, siteLayout),
  };
}

function mainEntityJsonLd(article: ArticleView, siteLayout: SiteLayout): Article {
  const { origin, locale } = siteLayout;
  const { title, summary, authors, topics, picture, published, updated } = article;
  const sources = findBlock(article.body, 'sources')?.list ?? [];
  return {
    '@type': 'Article',
    headline: title,
    description: summary,
    inLanguage: locale,
    ...(published && { datePublished: published.iso }),
    ...(updated && { dateModified: updated.iso }),
    ...(authors.length > 0 && { author: authors.map((author) => authorJsonLd(author, origin)) }),
    publisher: publisherJsonLd(siteLayout),
    ...(picture && {
      image: {
        '@type': 'ImageObject',
        url: `${origin}${picture.src}`,
        width: `${picture.width}`,
        height: `${picture.height}`,
      },
    }),
    ...(topics.length > 0 && { about: topics.map((topic) => topicJsonLd(topic, origin)) }),
    ...(sources.length > 0 && { citation: sources.map(sourceJsonLd) }),
  };
}

const authorJsonLd = ({ name, credentials, href }: AuthorView, origin: string): Person => ({
  '@type': 'Person',
  name,
  ...(credentials && { honorificSuffix: credentials }),
  url: `${origin}${href}`,
});

const topicJsonLd = ({ label, href }: LinkView, origin: string) =>
  ({ '@type': 'Thing', name: label, url: `${origin}${href}` }) as const;

const sourceJsonLd = ({ title, publisher, year, url }: SourceView): CreativeWork => ({
  '@type': 'CreativeWork',
  name: title,
  publisher: { '@type': 'Organization', name: publisher },
  ...(year && { datePublished: year }),
  ...(url && { url }),
});
