import { OWN_FILES, OWN_PAGES, PASSED, STAND } from '#domain/addresses.ts';
import { pathOf } from '#domain/href.ts';
import { asLocation } from '#domain/redirects.ts';
import type { SiteIndex } from '#domain/site-index.ts';
import { env } from '#env.ts';
import { READABLE_LABELS } from '#forms/readable.ts';
import { articleCounts } from './article-counts.ts';
import { PAGE_LENGTH } from './articles.ts';
import { builtFiles } from './built-files.ts';
import { LISTED } from './published.ts';
import type { Reader } from './reader.ts';

const { origin } = new URL(env.SITE_URL);

/** All addresses of the site as they are now: what is published, and the files that stand beside it. */
export async function createSiteIndex(reader: Reader): Promise<SiteIndex> {
  const [built, ofTopics, ofPeople, pictures, redirected, ...slugs] = await Promise.all([
    builtFiles(),
    articleCounts('topics', reader.locale),
    articleCounts('people', reader.locale),
    reader.names('media'),
    reader.names('redirects'),
    ...LISTED.map((collection) => reader.names(collection)),
  ]);
  const at = Object.fromEntries(
    LISTED.map((collection, n) => [collection, slugs[n] ?? []]),
  ) as Record<(typeof LISTED)[number], string[]>;
  const documents = LISTED.flatMap((collection) =>
    at[collection].map((slug) => pathOf(collection, slug)),
  );
  const lists = (collection: 'topics' | 'people', counts: Map<string, number>) =>
    Object.fromEntries(
      at[collection].map((slug) => [
        pathOf(collection, slug),
        { page: pagesFor(counts.get(slug) ?? 0) },
      ]),
    );
  return {
    shared: distinct([
      ...OWN_PAGES,
      ...OWN_FILES,
      ...documents,
      // A document can have come to where a redirect begins.
      ...redirected.map((path) => asLocation(path, origin)),
      ...pictures.map((name) => `/api/media/file/${encodeURIComponent(name)}`),
      ...built,
    ]),
    parameters: {
      '/articles': {
        stage: at['treatment-stages'],
        topic: at.topics,
        page: pagesFor(at.articles.length),
      },
      ...lists('topics', ofTopics),
      ...lists('people', ofPeople),
    },
    passed: [...PASSED],
    stand: STAND,
    labels: READABLE_LABELS,
  };
}

const distinct = (paths: string[]): string[] => [...new Set(paths)];

/** The pages of a list of so many articles, as an address names them. */
const pagesFor = (articles: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(articles / PAGE_LENGTH)) }, (_, n) => String(n + 1));
