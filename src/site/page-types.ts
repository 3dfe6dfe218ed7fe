import type { IncomingMessage } from 'node:http';
import type { Reader } from '#data/reader.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import type { SubmissionError } from '#domain/submission-error.ts';
import type { FormValues } from '#forms/form-values.ts';
import type { PageProblem } from '#site/views/problem-page.tsx';

/** The input of a route's `load`: the HTTP request, parsed, and what every page reads. */
export interface PageContext {
  req: IncomingMessage;
  /** The requested path, without its query. */
  path: string;
  query: URLSearchParams;
  /** The dynamic segments of the route; those of a catch-all are joined by `/`. */
  params: Record<string, string>;
  /** The fields of the posted form; undefined unless the method is POST. */
  typed?: FormValues;
  /** Why the post must not be processed: its origin, its size or the rate limit. */
  postError?: SubmissionError;
  reader: Reader;
  siteLayout: SiteLayout;
  now: Date;
}

/** A page to render: the props of its view, its metadata, and its HTTP status and headers. */
export interface PageResponse<P> {
  view: P;
  head: PageHead;
  status?: number;
  /** Value of `Retry-After`, in seconds. */
  retryAfterS?: number;
  /** `shared` (the default) for a page that is the same for all visitors: any cache may store it. */
  cache?: 'shared' | 'never';
  /** True for a preview: the admin shows it in an iframe. */
  framed?: boolean;
}

/**
 * The result of a route's `load`. `missing` is a cacheable 404. `withheld` is a 404 that no cache stores: the page
 * exists for some people only, or not yet. `moved` is a permanent redirect (308) for everybody, `redirect` a
 * temporary one (303) for this visitor.
 */
export type LoadResult<P> =
  | PageResponse<P>
  | { redirect: string }
  | { moved: string }
  | 'missing'
  | 'withheld';

/** The props of `_app`: a page, or the reason why there is none. */
export type PageProps<P = object> =
  | { view: P; head: PageHead; siteLayout: SiteLayout }
  | PageProblem;
