import { shownBlock } from '#content/blocks/block-view.ts';
import { ARTICLES, HOME } from '#domain/breadcrumbs.ts';
import { cardOf } from '#domain/cards.ts';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { addressIn, pathOf } from '#domain/href.ts';
import { eachNode, type LexicalBody } from '#domain/lexical.ts';
import { minutesToRead } from '#domain/reading-time.ts';
import { idOf, idsOf } from '#domain/relation.ts';
import type { PageHead } from '#domain/site-layout.ts';
import { dateInWords, isoDate } from '#domain/time-zone.ts';
import type { ArticleView, BodyView, DayView, LinkView, SourceView } from '#domain/view-models.ts';
import type { Article } from '#payload-types.ts';
import { sectionsOf, showBody } from './bodies.ts';
import { authorLinks } from './people.ts';
import { findPicture } from './pictures.ts';
import type { Reader } from './reader.ts';
import { stageLinks } from './stages.ts';
import { topicLinks } from './topics.ts';

/** Loads all that the page of an article shows, its draft as well as what is published. */
export async function showArticle(
  reader: Reader,
  article: Article,
  crisisLines: CrisisLine[],
): Promise<ArticleView> {
  const path = pathOf('articles', article.slug);
  const listed = sourcesOf(article);
  const stages = idsOf(article.stages);
  const { timeZone } = await reader.global('site');
  const body = await showBody(reader, withLists(article.body), {
    path,
    crisisLines,
    about: article,
    sources: listed,
    stages,
  });
  const day = (at: string): DayView => ({
    iso: isoDate(new Date(at), timeZone),
    words: dateInWords(new Date(at), timeZone, reader.locale),
  });
  const published = article.publishedAt ? day(article.publishedAt) : undefined;
  const changed = day(article.updatedAt);
  return {
    title: article.title,
    summary: article.summary,
    picture: await findPicture(reader, idOf(article.picture)),
    authors: await authorLinks(reader, article.authors),
    topics: await topicLinks(reader, article.topics),
    stages: await stageLinks(reader, stages),
    published,
    changed: changed.iso === published?.iso ? undefined : changed,
    minutes: minutesToRead(article.body),
    body,
    sections: sectionsOf(body),
    callToAction: invitationIn(body, path),
  };
}

/** What search engines are told about an article. */
export const articleHead = ({ slug, title, summary, seo, exitLink }: Article): PageHead => ({
  title: seo?.title || title,
  description: seo?.description || summary,
  path: pathOf('articles', slug),
  card: cardOf(pathOf('articles', slug)),
  breadcrumbs: [HOME, ARTICLES],
  withoutExit: exitLink === false,
});

/** The lists that every article ends with, by their headings. */
const LISTS = { sources: 'Sources', 'related-articles': 'Read on' };

/** A body with the lists that the editor did not place: what was entered is shown all the same. */
function withLists({ root }: LexicalBody): LexicalBody {
  const placed = new Set([...eachNode({ root })].map(({ fields }) => fields?.blockType));
  const missing = Object.entries(LISTS).filter(([blockType]) => !placed.has(blockType));
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
    url: addressIn(url)?.href,
  }));

/** The first invitation of a body, as a link that says where it was followed. */
function invitationIn(body: BodyView, path: string): LinkView | undefined {
  const invitation = shownBlock(body, 'call-to-action')?.invitation;
  if (!invitation) return undefined;
  const { button, href } = invitation;
  const inside = href.startsWith('/requests/');
  return { label: button, href: inside ? `${href}?from=${encodeURIComponent(path)}` : href };
}
