import type { Article, CreativeWork, MedicalWebPage, Person } from 'schema-dts';
import { shownBlock } from '#content/blocks/block-view.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import type { ArticleView, AuthorView, LinkView, SourceView } from '#domain/view-models.ts';
import { publisherThing, siteThing } from './site.ts';

/**
 * What the page of an article says to programs: what it says to readers, and no more. Nobody is said to
 * have reviewed it while no sign-off stands behind that.
 */
export function articleThing(
  article: ArticleView,
  { path }: Pick<PageHead, 'path'>,
  frame: SiteLayout,
): MedicalWebPage {
  const { origin, locale } = frame;
  const url = `${origin}${path}`;
  const { title, summary } = article;
  return {
    '@type': 'MedicalWebPage',
    '@id': url,
    url,
    name: title,
    description: summary,
    inLanguage: locale,
    isPartOf: siteThing(frame),
    mainEntity: mainArticle(article, frame),
  };
}

function mainArticle(article: ArticleView, frame: SiteLayout): Article {
  const { origin, locale } = frame;
  const { title, summary, authors, topics, picture, published, changed } = article;
  const sources = shownBlock(article.body, 'sources')?.list ?? [];
  return {
    '@type': 'Article',
    headline: title,
    description: summary,
    inLanguage: locale,
    ...(published && { datePublished: published.iso }),
    ...(changed && { dateModified: changed.iso }),
    ...(authors.length > 0 && { author: authors.map((author) => authorThing(author, origin)) }),
    publisher: publisherThing(frame),
    ...(picture && {
      image: {
        '@type': 'ImageObject',
        url: `${origin}${picture.src}`,
        width: `${picture.width}`,
        height: `${picture.height}`,
      },
    }),
    ...(topics.length > 0 && { about: topics.map((topic) => topicThing(topic, origin)) }),
    ...(sources.length > 0 && { citation: sources.map(sourceThing) }),
  };
}

const authorThing = ({ name, credentials, href }: AuthorView, origin: string): Person => ({
  '@type': 'Person',
  name,
  ...(credentials && { honorificSuffix: credentials }),
  url: `${origin}${href}`,
});

const topicThing = ({ label, href }: LinkView, origin: string) =>
  ({ '@type': 'Thing', name: label, url: `${origin}${href}` }) as const;

const sourceThing = ({ title, publisher, year, url }: SourceView): CreativeWork => ({
  '@type': 'CreativeWork',
  name: title,
  publisher: { '@type': 'Organization', name: publisher },
  ...(year && { datePublished: year }),
  ...(url && { url }),
});
