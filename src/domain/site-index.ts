import { z } from 'zod';

/** Where the site tells a cache in front of it which addresses it has. */
export const SITE_INDEX_PATH = '/site-index.json';

const paths = z.array(z.string().startsWith('/'));

/** All addresses of the site, so that a cache in front need not ask for one that is not there. */
export const siteIndex = z.strictObject({
  /** Paths whose answers are the same for all visitors: pages, files, redirects. They come before `passed`. */
  shared: paths,
  /**
   * Of those that are lists cut into pages: the parameters by which each can be narrowed, in their one order,
   * and how many pages there are then, by the query; `page` names one of them. Where these say something
   * else, nothing is there. An empty one, and any other parameter, changes nothing.
   */
  lists: z.record(
    z.string(),
    z.strictObject({
      by: z.array(z.string()),
      pages: z.record(z.string(), z.number().int().positive()),
    }),
  ),
  /** What is asked of the site each time: these paths, and whatever stands below them. */
  passed: paths,
  /** Pages that are kept to stand in for others: nothing is at an address, or nobody can make it now. */
  stand: z.strictObject({
    missing: z.string(),
    unavailable: z.string(),
    unsent: z.string(),
  }),
  /** What the fields of a form are called, of those that a visitor may want to look at again. */
  labels: z.record(z.string(), z.string()),
});

export type SiteIndex = z.infer<typeof siteIndex>;
