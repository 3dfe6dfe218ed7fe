import { OWN_FILES, OWN_PAGES, PASSED, STAND, sitemapPart } from '#domain/addresses.ts';
import { cardOf } from '#domain/cards.ts';
import { pathOf } from '#domain/href.ts';
import { asLocation } from '#domain/redirects.ts';
import type { SiteIndex } from '#domain/site-index.ts';
import { READABLE_LABELS } from '#forms/readable.ts';
import { env } from '#platform/environment/env.ts';
import { PAGE_LENGTH } from './articles.ts';
import { builtFiles } from './built-files.ts';
import { listLengths, type Narrowing } from './list-lengths.ts';
import { MOST_IN_A_FILE } from './listed-addresses.ts';
import { LISTED } from './published-documents.ts';
import type { Reader } from './reader.ts';

const { origin } = new URL(env.SITE_URL);

const STAGE: Narrowing = { parameter: 'stage', field: 'stages', of: 'treatment-stages' };
const TOPIC: Narrowing = { parameter: 'topic', field: 'topics', of: 'topics' };
const AUTHOR: Narrowing = { parameter: 'author', field: 'authors', of: 'people' };

/** All addresses of the site as they are now: what is published, and the files that stand beside it. */
export async function createSiteIndex(reader: Reader): Promise<SiteIndex> {
  const [built, lengths, written, pictures, redirected, ...slugs] = await Promise.all([
    builtFiles(),
    listLengths([STAGE, TOPIC], reader.locale),
    listLengths([AUTHOR], reader.locale),
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
  const parts = Math.ceil((OWN_PAGES.length + documents.length) / MOST_IN_A_FILE);
  const pagesOf = (collection: 'topics' | 'people', parameter: string, all: Map<string, number>) =>
    Object.fromEntries(
      at[collection].map((slug) => {
        const length = all.get(String(new URLSearchParams({ [parameter]: slug })));
        return [pathOf(collection, slug), { by: [], pages: { '': pagesFor(length) } }];
      }),
    );
  return {
    shared: distinct([
      ...OWN_PAGES,
      ...OWN_FILES,
      ...Array.from({ length: parts }, (_, index) => sitemapPart(index + 1)),
      ...documents,
      ...at.articles.map((slug) => cardOf(pathOf('articles', slug))),
      // A document can have come to where a redirect begins.
      ...redirected.map((path) => asLocation(path, origin)),
      ...pictures.map((name) => `/api/media/file/${encodeURIComponent(name)}`),
      ...built,
    ]),
    lists: {
      '/articles': {
        by: [STAGE.parameter, TOPIC.parameter],
        pages: Object.fromEntries(
          combinations([
            [STAGE.parameter, at['treatment-stages']],
            [TOPIC.parameter, at.topics],
          ]).map((query) => [query, pagesFor(lengths.get(query))]),
        ),
      },
      ...pagesOf('topics', TOPIC.parameter, lengths),
      ...pagesOf('people', AUTHOR.parameter, written),
    },
    passed: [...PASSED],
    stand: STAND,
    labels: READABLE_LABELS,
  };
}

const distinct = (paths: string[]): string[] => [...new Set(paths)];

/** All queries by which a list can be narrowed: each parameter says one of its values, or nothing. */
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

/** How many pages a list of so many articles has: an empty one has a page that says so. */
const pagesFor = (articles = 0): number => Math.max(1, Math.ceil(articles / PAGE_LENGTH));
