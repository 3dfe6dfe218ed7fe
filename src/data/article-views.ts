import { BLOCK_TEXTS } from '#content/blocks/block-texts.ts';
import { findBlock } from '#content/blocks/block-view.ts';
import { ARTICLES_CRUMB, HOME_CRUMB } from '#domain/breadcrumbs.ts';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { documentPath, parseHref } from '#domain/href.ts';
import { eachNode, type LexicalBody } from '#domain/lexical.ts';
import { countReadingMinutes } from '#domain/reading-time.ts';
import { idOf, idsOf } from '#domain/relationship.ts';
import type { PageHead } from '#domain/site-layout.ts';
import { articleCardPath } from '#domain/social-cards.ts';
import { formatDate, formatIsoDate } from '#domain/time-zone.ts';
import type { ArticleView, BodyView, DayView, LinkView, SourceView } from '#domain/view-models.ts';
import type { Article } from '#payload-types.ts';
import { loadBodyView, sectionsOf } from './body-views.ts';
import { loadAuthorLinks } from './people.ts';
import { findPicture } from './pictures.ts';
import type { Reader } from './reader.ts';
import { loadStageLinks } from './stages.ts';
import { loadTopicLinks } from './topics.ts';

/** Loads the view of an article's page. The article may be a draft; other documents are shown only if published. */
export async function loadArticleView(
  reader: Reader,
  article: Article,
  crisisLines: CrisisLine[],
): Promise<ArticleView> {
  const path = documentPath('articles', article.slug);
  const sources = sourcesOf(article);
  const stages = idsOf(article.stages);
  const { timeZone } = await reader.findGlobal('site');
  const body = await loadBodyView(reader, addMissingLists(article.body), {
    path,
    crisisLines,
    article,
    sources,
    stages,
  });
  const toDayView = (at: string): DayView => ({
    iso: formatIsoDate(new Date(at), timeZone),
    formatted: formatDate(new Date(at), timeZone, reader.locale),
  });
  const published = article.publishedAt ? toDayView(article.publishedAt) : undefined;
  const changed = toDayView(article.updatedAt);
  return {
    title: article.title,
    summary: article.summary,
    picture: await findPicture(reader, idOf(article.picture)),
    authors: await loadAuthorLinks(reader, article.authors),
    topics: await loadTopicLinks(reader, article.topics),
    stages: await loadStageLinks(reader, stages),
    published,
    updated: changed.iso === published?.iso ? undefined : changed,
    readingMinutes: countReadingMinutes(article.body, BLOCK_TEXTS),
    body,
    sections: sectionsOf(body),
    callToAction: firstCallToAction(body, path),
  };
}

/** Returns the head of an article's page. */
export const articleHead = ({ slug, title, summary, seo, exitLink }: Article): PageHead => ({
  title: seo?.title || title,
  description: seo?.description || summary,
  path: documentPath('articles', slug),
  socialCard: articleCardPath(documentPath('articles', slug)),
  breadcrumbs: [HOME_CRUMB, ARTICLES_CRUMB],
  withoutQuickExit: exitLink === false,
});

/** Headings of the lists that end every article, by block type. */
const CLOSING_LISTS = { sources: 'Sources', 'related-articles': 'Read on' };

/** Appends the lists that the editor did not place: sources and related articles are shown in any case. */
function addMissingLists({ root }: LexicalBody): LexicalBody {
  const placed = new Set([...eachNode({ root })].map(({ fields }) => fields?.blockType));
  const missing = Object.entries(CLOSING_LISTS).filter(([blockType]) => !placed.has(blockType));
  const blocks = missing.map(([blockType, heading]) => ({
    type: 'block',
    fields: { blockType, heading },
  }));
  return { root: { ...root, children: [...root.children, ...blocks] } };
}

const sourcesOf = ({ citations }: Article): SourceView[] =>
  (citations ?? []).map(({ key, title, publisher, year, detail, url }) => ({
    key,
    title,
    publisher,
    year: year ?? undefined,
    detail: detail ?? undefined,
    url: parseHref(url)?.href,
  }));

/** Returns a link to the first call to action of a body, with the path of this page in `from`. */
function firstCallToAction(body: BodyView, path: string): LinkView | undefined {
  const callToAction = findBlock(body, 'call-to-action')?.callToActionView;
  if (!callToAction) return undefined;
  const { button, href } = callToAction;
  const isForm = href.startsWith('/requests/');
  return { label: button, href: isForm ? `${href}?from=${encodeURIComponent(path)}` : href };
}
