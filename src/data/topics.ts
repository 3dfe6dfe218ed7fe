import { ARTICLES_CRUMB, HOME_CRUMB } from '#domain/breadcrumbs.ts';
import { documentPath } from '#domain/href.ts';
import { listPagePath } from '#domain/pagination.ts';
import { idsOf } from '#domain/relationship.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { LinkView } from '#domain/view-models.ts';
import type { Topic } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** Finds the topic with a slug. */
export const findTopic = (reader: Reader, slug: string): Promise<Topic | undefined> =>
  reader.findBySlug('topics', slug);

/** Returns the head of a topic's page; `number` counts the pages of its list of articles, from 1. */
export const topicHead = ({ slug, title, summary, exitLink }: Topic, number: number): PageHead => ({
  title,
  description: summary,
  path: listPagePath(documentPath('topics', slug), number),
  breadcrumbs: [HOME_CRUMB, ARTICLES_CRUMB],
  withoutQuickExit: exitLink === false,
});

/** Lists all topics, sorted by title. */
export async function listTopics(reader: Reader): Promise<Topic[]> {
  const { docs } = await reader.list('topics', {
    sort: 'title',
    limit: 100,
    pagination: false,
  });
  return docs;
}

/** Loads links to the pages of these topics. */
export async function loadTopicLinks(
  reader: Reader,
  related: Parameters<typeof idsOf>[0],
): Promise<LinkView[]> {
  const topics = await reader.findByIds('topics', idsOf(related), { slug: true, title: true });
  return [...topics.values()].map(toLinkView);
}

const toLinkView = ({ title, slug }: Topic): LinkView => ({
  label: title,
  href: documentPath('topics', slug),
});
