import { z } from 'zod';

/** Path of the site index, from which a cache in front learns all paths of the site. */
export const SITE_INDEX_PATH = '/site-index.json';

const pathsSchema = z.array(z.string().startsWith('/'));

/** Schema of the site index. It lets a cache in front answer 404 without asking the site. */
export const siteIndexSchema = z.strictObject({
  /** Paths with the same response for all visitors: pages, files, redirects. They take precedence over `passed`. */
  shared: pathsSchema,
  /**
   * Paginated lists among `shared`, by path. `by` names the query parameters that filter the list, in canonical
   * order; `pages` has the number of pages for each filter query. The parameter `page` selects one of them. A query
   * with any other filter value or page is a 404. Empty parameters and all other parameters are ignored.
   */
  lists: z.record(
    z.string(),
    z.strictObject({
      by: z.array(z.string()),
      pages: z.record(z.string(), z.number().int().positive()),
    }),
  ),
  /** Paths that are proxied to the site on every request, along with all paths below them. */
  passed: pathsSchema,
  /** Pages that a cache serves in place of others: at an unknown path, and while the site is unavailable. */
  stand: z.strictObject({
    missing: z.string(),
    unavailable: z.string(),
    unsent: z.string(),
  }),
  /** Labels of the form fields that stay visible when a cache replays a form, by field name. */
  labels: z.record(z.string(), z.string()),
});

export type SiteIndex = z.infer<typeof siteIndexSchema>;
