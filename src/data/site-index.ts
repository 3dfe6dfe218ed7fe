import { LISTED_COLLECTIONS, type ListedCollection } from '#domain/collections.ts';
import { documentPath } from '#domain/href.ts';
import { toLocation } from '#domain/redirects.ts';
import type { SiteIndex } from '#domain/site-index.ts';
import {
  FALLBACK_PATHS,
  FIXED_FILE_PATHS,
  FIXED_PAGE_PATHS,
  PROXIED_PATHS,
  sitemapPartPath,
} from '#domain/site-paths.ts';
import { articleCardPath } from '#domain/social-cards.ts';
import { VISIBLE_FIELD_LABELS } from '#forms/visible-fields.ts';
import { env } from '#platform/environment/env.ts';
import { countArticlesByFilters, type ListFilter } from './article-counts.ts';
import { PAGE_LENGTH } from './articles.ts';
import { listBuiltFiles } from './built-files.ts';
import type { Reader } from './reader.ts';
import { MAX_ENTRIES_PER_FILE } from './sitemap-entries.ts';

const { origin } = new URL(env.SITE_URL);

const STAGE: ListFilter = { parameter: 'stage', field: 'stages', collection: 'treatment-stages' };
const TOPIC: ListFilter = { parameter: 'topic', field: 'topics', collection: 'topics' };
const AUTHOR: ListFilter = { parameter: 'author', field: 'authors', collection: 'people' };

/** Creates the index of all paths of the site: published documents, fixed pages, pictures, redirects and static files. */
export async function createSiteIndex(reader: Reader): Promise<SiteIndex> {
  const [staticFiles, countsByStageAndTopic, countsByAuthor, pictures, redirectPaths, ...slugs] =
    await Promise.all([
      listBuiltFiles(),
      countArticlesByFilters([STAGE, TOPIC], reader.locale),
      countArticlesByFilters([AUTHOR], reader.locale),
      reader.listNames('media'),
      reader.listNames('redirects'),
      ...LISTED_COLLECTIONS.map((collection) => reader.listNames(collection)),
    ]);
  const slugsOf = Object.fromEntries(
    LISTED_COLLECTIONS.map((collection, n) => [collection, slugs[n] ?? []]),
  ) as Record<ListedCollection, string[]>;
  const documents = LISTED_COLLECTIONS.flatMap((collection) =>
    slugsOf[collection].map((slug) => documentPath(collection, slug)),
  );
  const sitemapParts = Math.ceil(
    (FIXED_PAGE_PATHS.length + documents.length) / MAX_ENTRIES_PER_FILE,
  );
  const listsOf = (
    collection: 'topics' | 'people',
    parameter: string,
    counts: Map<string, number>,
  ) =>
    Object.fromEntries(
      slugsOf[collection].map((slug) => {
        const count = counts.get(String(new URLSearchParams({ [parameter]: slug })));
        return [documentPath(collection, slug), { by: [], pages: { '': countPages(count) } }];
      }),
    );
  return {
    shared: unique([
      ...FIXED_PAGE_PATHS,
      ...FIXED_FILE_PATHS,
      ...Array.from({ length: sitemapParts }, (_, index) => sitemapPartPath(index + 1)),
      ...documents,
      ...slugsOf.articles.map((slug) => articleCardPath(documentPath('articles', slug))),
      // A redirect can begin at the path of a document, so paths may repeat.
      ...redirectPaths.map((path) => toLocation(path, origin)),
      ...pictures.map((name) => `/api/media/file/${encodeURIComponent(name)}`),
      ...staticFiles,
    ]),
    lists: {
      '/articles': {
        by: [STAGE.parameter, TOPIC.parameter],
        pages: Object.fromEntries(
          combinations([
            [STAGE.parameter, slugsOf['treatment-stages']],
            [TOPIC.parameter, slugsOf.topics],
          ]).map((query) => [query, countPages(countsByStageAndTopic.get(query))]),
        ),
      },
      ...listsOf('topics', TOPIC.parameter, countsByStageAndTopic),
      ...listsOf('people', AUTHOR.parameter, countsByAuthor),
    },
    passed: [...PROXIED_PATHS],
    stand: FALLBACK_PATHS,
    labels: VISIBLE_FIELD_LABELS,
  };
}

const unique = (paths: string[]): string[] => [...new Set(paths)];

/** Returns all query strings of a list's filters: each parameter has one of its values or is left out. */
const combinations = (parameters: [name: string, values: string[]][]): string[] =>
  parameters
    .reduce<[string, string][][]>(
      (queries, [name, values]) =>
        queries.flatMap((query) => [
          query,
          ...values.map((value): [string, string][] => [...query, [name, value]]),
        ]),
      [[]],
    )
    .map((query) => String(new URLSearchParams(query)));

/** Returns the number of pages of a list: an empty list has one page, which says so. */
const countPages = (articles = 0): number => Math.max(1, Math.ceil(articles / PAGE_LENGTH));
