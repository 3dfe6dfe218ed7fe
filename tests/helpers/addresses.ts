import { inject } from 'vitest';
import { SITE_INDEX_PATH, siteIndex } from '#domain/site-index.ts';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';

const { url } = inject('site');

/** By this a cache in front says that it can purge by tags, and is told them. */
export const AS_CACHE = { headers: { 'Surrogate-Capability': 'tests="tags"' } };

const slugs = async (collection: string): Promise<string[]> => {
  const answer = await fetch(`${url}/api/${collection}?limit=100&depth=0&select[slug]=true`);
  const { docs } = (await answer.json()) as { docs: { slug: string }[] };
  return docs.map(({ slug }) => slug);
};

const folder = async (path: string, collection: string): Promise<string[]> =>
  (await slugs(collection)).map((slug) => `${path}/${slug}`);

/** Pages that any cache may keep: all that the site shows of what is published. */
export const sharedPages = async (): Promise<string[]> => [
  '/',
  '/articles',
  '/stages',
  ...(await folder('/articles', 'articles')),
  ...(await folder('/stages', 'treatment-stages')),
  ...(await folder('/topics', 'topics')),
  ...(await folder('/people', 'people')),
  ...(await folder('', 'pages')),
  '/search?q=detox',
  '/search?q=nothingofthiskind',
];

/**
 * Every page that the site tells caches of: all that is published, each list narrowed in every way and turned
 * to each of its pages, and those that stand in for others. What has a dot in its path is a file.
 */
export async function publishedPages(): Promise<string[]> {
  const answer = await fetch(`${url}${SITE_INDEX_PATH}`);
  const { shared, lists, stand } = siteIndex.parse(await answer.json());
  const turned = Object.entries(lists).flatMap(([path, { pages }]) =>
    Object.entries(pages).flatMap(([query, count]) =>
      Array.from({ length: count }, (_, index) => {
        const page = new URLSearchParams(query);
        if (index > 0) page.set('page', `${index + 1}`);
        return page.size > 0 ? `${path}?${page}` : path;
      }),
    ),
  );
  const pages = [...shared, ...turned, ...Object.values(stand)];
  return [...new Set(pages.filter((path) => !path.includes('.')))];
}

/** The demo’s article with forms in its text. */
export const EXPLAINER = '/articles/understanding-intensive-outpatient-treatment';

/** The own pages of the five forms. */
export const FORM_PAGES = SUBMISSION_KINDS.map((kind) => `/requests/${kind}`);

export const MISSING_PAGES = ['/nothing', '/articles/nothing', '/requests/nothing', '/a/b/c'];
