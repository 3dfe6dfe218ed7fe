import { ARTICLES, HOME } from '#domain/breadcrumbs.ts';
import { pathOf } from '#domain/href.ts';
import { pagePath } from '#domain/page-number.ts';
import { idsOf } from '#domain/relation.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { LinkView } from '#domain/view-models.ts';
import type { Topic } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** The topic at this slug. */
export const findTopic = (reader: Reader, slug: string): Promise<Topic | undefined> =>
  reader.bySlug('topics', slug);

/** What search engines are told about a page of a topic's articles, counted from 1. */
export const topicHead = ({ slug, title, summary, exitLink }: Topic, number: number): PageHead => ({
  title,
  description: summary,
  path: pagePath(pathOf('topics', slug), number),
  breadcrumbs: [HOME, ARTICLES],
  withoutExit: exitLink === false,
});

/** All topics, by title. */
export async function listTopics(reader: Reader): Promise<Topic[]> {
  const { docs } = await reader.list('topics', {
    sort: 'title',
    limit: 100,
    pagination: false,
  });
  return docs;
}

/** Those topics, as links to their pages. */
export async function topicLinks(
  reader: Reader,
  related: Parameters<typeof idsOf>[0],
): Promise<LinkView[]> {
  const topics = await reader.byIds('topics', idsOf(related), { slug: true, title: true });
  return [...topics.values()].map(asLink);
}

const asLink = ({ title, slug }: Topic): LinkView => ({
  label: title,
  href: pathOf('topics', slug),
});
